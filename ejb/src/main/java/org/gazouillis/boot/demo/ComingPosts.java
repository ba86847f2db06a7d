package org.gazouillis.boot.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What still lies on the desk: posts that go out in the next minutes, hours and days, a few drafts, and honest
/// trouble.
final class ComingPosts {
    /// Minutes from now until the first posts; each brand begins a little later than the one before.
    private static final double[] SOON = {1.5, 6, 14, 31, 55, 95, 170, 260};
    private static final int DAYS = 12;

    private final Script script;
    private final Instant now;
    private final Random random;
    private final BackDatedIds ids;
    private final List<PlannedPost> posts = new ArrayList<>();
    private final Set<String> said = new HashSet<>();

    ComingPosts(Script script, Instant now) {
        this.script = script;
        this.now = now;
        this.random = Chance.of("coming-" + script.handle());
        this.ids = new BackDatedIds(random);
    }

    /// @param place of the brand among the others, 0 for the first
    List<PlannedPost> all(int place) {
        for (int n = 0; n < SOON.length; n++) {
            Duration ahead = Duration.ofSeconds((long) (SOON[n] * 60) + 100L * place);
            add("SCHEDULED", script.soon(n, random), now.plus(ahead), null);
        }
        later();
        add("DRAFT", script.say("", random), null, null);
        add("DRAFT", script.say(running(), random), null, null);
        trouble(place);
        return posts;
    }

    private void later() {
        LocalDate today = LocalDate.ofInstant(now, script.zone());
        for (int day = 1; day <= DAYS; day += 1 + random.nextInt(2)) {
            Instant due = today.plusDays(day)
                    .atTime(9 + random.nextInt(9), 15 * random.nextInt(4))
                    .atZone(script.zone())
                    .toInstant();
            add("SCHEDULED", script.say(running(), random), due, null);
        }
    }

    private void trouble(int place) {
        if (place == 0) {
            add("FAILED", script.say("", random), now.minus(Duration.ofHours(5)), "no account");
            add("HELD", script.say(running(), random), now.minus(Duration.ofHours(26)), "late");
        } else if (place == 1) {
            add("MISSED", script.say("", random), now.minus(Duration.ofHours(30)), "late");
            add("HELD", script.say("", random), now.minus(Duration.ofHours(3)), "late");
        } else {
            add("MISSED", script.say(running(), random), now.minus(Duration.ofHours(8)), "late");
        }
    }

    private String running() {
        List<String> slugs = script.campaigns().stream()
                .filter(idea -> idea.runsOn(0))
                .map(Script.Idea::slug)
                .toList();
        return slugs.isEmpty() ? "" : Script.pick(slugs, random);
    }

    private void add(String state, String wish, @Nullable Instant due, @Nullable String failure) {
        String text = wish;
        while (!said.add(text)) {
            text = script.say("", random);
        }
        String lower = text.toLowerCase(Locale.ROOT);
        String campaign = script.campaigns().stream()
                .filter(idea ->
                        idea.runsOn(0) && lower.contains("#" + idea.hashtag().toLowerCase(Locale.ROOT)))
                .map(Script.Idea::slug)
                .findFirst()
                .orElse("");
        Instant created = now.minus(Duration.ofHours(36)).minus(Duration.ofMinutes(random.nextInt(3_000)));
        posts.add(new PlannedPost(ids.at(created), campaign, text, state, created, due, failure));
    }
}
