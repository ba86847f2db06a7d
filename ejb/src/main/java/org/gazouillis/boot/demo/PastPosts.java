package org.gazouillis.boot.demo;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/// What a brand published in the ninety days before the demo began: most on working days, half of it for a campaign,
/// at the hours of its own zone.
final class PastPosts {
    static final int DAYS = 90;
    private static final int FIRST_HOUR = 8;
    private static final int LAST_HOUR = 20;
    private static final int TRIES = 12;
    private static final Duration LATEST = Duration.ofMinutes(3);

    private final Script script;
    private final Instant base;
    private final Random random;
    private final BackDatedIds ids;
    private final Set<String> said = new HashSet<>();

    PastPosts(Script script, Instant base) {
        this.script = script;
        this.base = base;
        this.random = Chance.of("past-" + script.handle());
        this.ids = new BackDatedIds(random);
    }

    BackDatedIds ids() {
        return ids;
    }

    List<PlannedPost> all() {
        List<PlannedPost> posts = new ArrayList<>();
        LocalDate today = LocalDate.ofInstant(base, script.zone());
        for (int day = -DAYS; day <= 0; day++) {
            for (Instant due : times(today.plusDays(day))) {
                posts.add(post(day, due));
            }
        }
        return posts;
    }

    private Set<Instant> times(LocalDate day) {
        boolean weekend = day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
        int wanted = weekend ? 1 + random.nextInt(2) : 2 + random.nextInt(3);
        Set<Instant> times = new TreeSet<>();
        while (times.size() < wanted) {
            int hour = FIRST_HOUR + random.nextInt(LAST_HOUR - FIRST_HOUR);
            Instant time = day.atTime(hour, 5 * random.nextInt(12))
                    .atZone(script.zone())
                    .toInstant();
            times.add(time);
        }
        times.removeIf(time -> time.isAfter(base.minus(LATEST)));
        return times;
    }

    private PlannedPost post(int day, Instant due) {
        List<String> running = script.campaigns().stream()
                .filter(idea -> idea.runsOn(day))
                .map(Script.Idea::slug)
                .toList();
        String campaign = running.isEmpty() || random.nextInt(100) < 45 ? "" : Script.pick(running, random);
        Instant created = due.minus(Duration.ofMinutes(60 + random.nextInt(5_000)));
        return new PlannedPost(ids.at(created), campaign, fresh(campaign), "PUBLISHED", created, due, null);
    }

    /// A sentence not said before, as long as there are some.
    private String fresh(String campaign) {
        String sentence = script.say(campaign, random);
        for (int tries = 0; tries < TRIES && !said.add(sentence); tries++) {
            sentence = script.say(campaign, random);
        }
        return sentence;
    }
}
