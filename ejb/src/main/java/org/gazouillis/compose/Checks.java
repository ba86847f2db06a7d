package org.gazouillis.compose;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gazouillis.kernel.AccountId;
import org.gazouillis.network.PollTerms;
import org.gazouillis.network.TextLimits;

/// What can be said about a text and a time without asking the database.
final class Checks {
    /// A clock may be a little behind the server's; what is older was not meant as "at once".
    static final Duration GRACE = Duration.ofMinutes(1);
    private static final Duration FARTHEST = Duration.ofDays(2 * 366);

    private Checks() {}

    /// @param limits of the networks that will say it
    static List<Check> of(Wording wording, List<TextLimits> limits, Plan plan, BrandPolicy policy, Instant now) {
        List<Check> found = new ArrayList<>(ofWording(wording, limits, policy));
        if (plan instanceof Plan.At(DueTime due)) {
            found.addAll(ofTime(due.at(), now));
        }
        return found;
    }

    /// The parts of a thread and the words of single accounts, by the same rules as the text.
    static List<Check> ofSupplement(
            Supplement supplement, List<AccountId> accounts, AccountLimits limits, BrandPolicy policy) {
        List<Check> found = new ArrayList<>();
        List<TextLimits> ofParts = limits.ofParts(accounts);
        for (int i = 0; i < supplement.parts().size(); i++) {
            String place = "part:" + (i + 2);
            String inWords = "Part " + (i + 2);
            ofWording(supplement.parts().get(i), ofParts, policy).forEach(check -> found.add(check.in(place, inWords)));
        }
        supplement
                .variants()
                .forEach((account, wording) -> ofWording(wording, List.of(limits.of(account)), policy)
                        .forEach(check -> found.add(check.in("account:" + account, "Account " + account))));
        if (supplement.parts().size() > Supplement.MOST_PARTS) {
            found.add(Check.error(
                    Check.Code.MANY_PARTS,
                    "A thread has at most " + (Supplement.MOST_PARTS + 1)
                            + " parts. Leave some out, or write a second.",
                    Supplement.MOST_PARTS + 1));
        }
        found.addAll(ofImages(supplement.attachments(), policy));
        return found;
    }

    /// @param badlyPlaced whether the post is not for exactly one account of the built-in timeline
    static List<Check> ofTrial(Trial trial, Wording first, boolean badlyPlaced, BrandPolicy policy) {
        List<Check> found = new ArrayList<>(ofWording(trial.wording(), List.of(TextLimits.BUILT_IN), policy));
        found.addAll(trial.terms().checks());
        if (trial.wording().text().equals(first.text())) {
            found.add(Check.error(
                    Check.Code.TRIAL_SAME, "The two texts of the A/B test are the same. Change one of them."));
        }
        if (badlyPlaced) {
            found.add(Check.error(
                    Check.Code.TRIAL_ACCOUNT,
                    "An A/B test needs exactly one account on the built-in timeline. Choose one, or leave it out."));
        }
        return found;
    }

    /// @param elsewhere whether it is also for accounts outside the built-in timeline
    static List<Check> ofPoll(PollTerms poll, boolean images, boolean elsewhere, BrandPolicy policy) {
        List<Check> found = new ArrayList<>();
        for (PollTerms.Flaw flaw : poll.flaws()) {
            found.add(Check.error(Check.Code.valueOf("POLL_" + flaw.fault().name()), flaw.sentence(), flaw.about()));
        }
        poll.options().stream()
                .flatMap(option -> ofOption(option, policy))
                .map(check -> check.in("poll", "Poll"))
                .forEach(found::add);
        if (images) {
            found.add(Check.error(
                    Check.Code.POLL_IMAGES, "A post shows images or a poll, not both. Leave one of them out."));
        }
        if (elsewhere) {
            found.add(Check.error(
                    Check.Code.POLL_ACCOUNT,
                    "A poll goes out on the built-in timeline only. Leave out the accounts on other networks, or the"
                            + " poll."));
        }
        return found;
    }

    private static Stream<Check> ofOption(String option, BrandPolicy policy) {
        return Stream.of(Signs.of(option), Variables.unresolved(option), ofBannedWords(option, policy))
                .flatMap(List::stream);
    }

    private static List<Check> ofImages(List<Attachment> images, BrandPolicy policy) {
        List<Check> found = new ArrayList<>();
        if (images.size() > Supplement.MOST_ATTACHMENTS) {
            found.add(Check.error(
                    Check.Code.MANY_IMAGES,
                    "A post shows at most " + Supplement.MOST_ATTACHMENTS + " images. Remove some.",
                    Supplement.MOST_ATTACHMENTS));
        }
        long bare = images.stream().filter(each -> each.alt().isEmpty()).count();
        if (bare > 0) {
            String sentence = (bare == 1 ? "1 image has" : bare + " images have")
                    + " no description, so some readers will not know what is shown. Say it in a sentence.";
            found.add(
                    policy.altTextRequired()
                            ? Check.error(Check.Code.ALT_TEXT_MISSING, sentence, bare)
                            : Check.warning(Check.Code.ALT_TEXT_MISSING, sentence, bare));
        }
        return found;
    }

    private static List<Check> ofWording(Wording wording, List<TextLimits> limits, BrandPolicy policy) {
        List<Check> found = new ArrayList<>(ofText(wording, limits));
        found.addAll(ofPolicy(wording, policy));
        return found;
    }

    private static List<Check> ofText(Wording wording, List<TextLimits> limits) {
        List<Check> found = new ArrayList<>();
        if (wording.text().isEmpty()) {
            found.add(Check.error(Check.Code.EMPTY, "The post has no text. Write something."));
        }
        limits.stream()
                .filter(limit -> !limit.allows(wording.text()))
                .map(limit -> tooLong(limit, limit.length(wording.text())))
                .forEach(found::add);
        found.addAll(Signs.of(wording.text()));
        found.addAll(Variables.unresolved(wording.text()));
        return found;
    }

    private static Check tooLong(TextLimits limit, int length) {
        int over = length - limit.most();
        return Check.error(
                Check.Code.TOO_LONG,
                "For " + limit.name() + " the text counts " + length + " characters (" + limit.inWords() + "), " + over
                        + " more than the " + limit.most() + " allowed. Shorten it.",
                over,
                length,
                limit.most(),
                limit.name());
    }

    private static List<Check> ofPolicy(Wording wording, BrandPolicy policy) {
        List<Check> found = new ArrayList<>(ofBannedWords(wording.text(), policy));
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

    private static List<Check> ofBannedWords(String text, BrandPolicy policy) {
        return new WordList(policy.banned())
                .in(text).stream()
                        .map(word -> Check.error(
                                        Check.Code.BANNED_WORD,
                                        "“" + word.word() + "” is banned by the brand's rules. Say it in another word.",
                                        word.word())
                                .at(word.start(), word.end()))
                        .toList();
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
