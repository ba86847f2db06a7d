package org.gazouillis.compose;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.gazouillis.network.PostText;

/// What can be said about a text and a time without asking the database.
final class Checks {
    /// A clock may be a little behind the server's; what is older was not meant as "at once".
    static final Duration GRACE = Duration.ofMinutes(1);
    private static final Duration FARTHEST = Duration.ofDays(2 * 366);

    private Checks() {}

    static List<Check> of(Wording wording, Plan plan, BrandPolicy policy, Instant now) {
        List<Check> found = new ArrayList<>(ofText(wording));
        found.addAll(ofPolicy(wording, policy));
        if (plan instanceof Plan.At(DueTime due)) {
            found.addAll(ofTime(due.at(), now));
        }
        return found;
    }

    private static List<Check> ofText(Wording wording) {
        List<Check> found = new ArrayList<>();
        int length = wording.length();
        if (wording.text().isEmpty()) {
            found.add(Check.error(Check.Code.EMPTY, "The post has no text. Write something."));
        }
        if (length > PostText.LIMIT) {
            int over = length - PostText.LIMIT;
            found.add(Check.error(
                    Check.Code.TOO_LONG,
                    "The text counts " + length + " characters (a link counts 23), " + over + " more than the "
                            + PostText.LIMIT + " allowed. Shorten it.",
                    over,
                    length,
                    PostText.LIMIT));
        }
        found.addAll(Signs.of(wording.text()));
        return found;
    }

    private static List<Check> ofPolicy(Wording wording, BrandPolicy policy) {
        List<Check> found = new ArrayList<>();
        for (WordList.Found word : new WordList(policy.banned()).in(wording.text())) {
            found.add(Check.error(
                            Check.Code.BANNED_WORD,
                            "“" + word.word() + "” is banned by the brand's rules. Say it in another word.",
                            word.word())
                    .at(word.start(), word.end()));
        }
        int hashtags = wording.hashtags().size();
        if (hashtags > policy.maxHashtags()) {
            found.add(Check.warning(
                    Check.Code.MANY_HASHTAGS,
                    hashtags + " hashtags look like an advertisement; the brand's rules allow " + policy.maxHashtags()
                            + ". Leave some out.",
                    hashtags,
                    policy.maxHashtags()));
        }
        return found;
    }

    private static List<Check> ofTime(Instant due, Instant now) {
        if (due.isBefore(now.minus(GRACE))) {
            return List.of(Check.error(
                    Check.Code.PAST_TIME,
                    "The time " + due + " has passed (it is " + now + "). Choose a time to come, or publish now.",
                    due,
                    now));
        }
        if (due.isAfter(now.plus(FARTHEST))) {
            return List.of(Check.error(
                    Check.Code.TOO_FAR, "The time " + due + " is more than two years away. Choose an earlier one."));
        }
        return List.of();
    }
}
