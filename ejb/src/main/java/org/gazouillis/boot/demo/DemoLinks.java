package org.gazouillis.boot.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.gazouillis.link.PastClicks;
import org.gazouillis.link.Visit;
import org.jdbi.v3.core.Handle;

/// A short link for each campaign that has begun, and who followed it: more on the days on which the campaign spoke
/// more, from phones mostly, and a few programs.
final class DemoLinks {
    private static final int CLICKS_A_DAY = 9;
    private static final List<String> PAGES =
            List.of("https://gazouillis.example/", "", "", "https://news.example/", "https://www.search.example/q");
    private static final List<String> BROWSERS = List.of(
            "Mozilla/5.0 (iPhone; CPU iPhone OS) Mobile Safari",
            "Mozilla/5.0 (Linux; Android 16) Mobile Chrome",
            "Mozilla/5.0 (X11; Linux x86_64) Firefox",
            "Mozilla/5.0 (Windows NT 10.0) Chrome",
            "Mozilla/5.0 (iPad; CPU OS) Safari",
            "Slackbot-LinkExpanding 1.0");

    private final Handle handle;
    private final Instant base;
    private final Random random;
    private final BackDatedIds ids;

    DemoLinks(Handle handle, Instant base, String step) {
        this.handle = handle;
        this.base = base;
        random = Chance.of(step);
        ids = new BackDatedIds(random);
    }

    void of(Voice voice) {
        List<PastClicks.Click> clicks = new ArrayList<>();
        for (Script.Idea idea : voice.script().campaigns()) {
            if (idea.from() < 0) {
                long link = open(voice, idea);
                for (int day = idea.from(); day <= Math.min(idea.to() + 5, -1); day++) {
                    follow(link, day, clicks);
                }
            }
        }
        PastClicks.bring(handle, ids.at(base), clicks);
    }

    private long open(Voice voice, Script.Idea idea) {
        Instant at = base.plus(Duration.ofDays(idea.from()));
        long id = ids.at(at);
        handle.createUpdate("""
                        insert into short_link (workspace_id, id, brand_id, campaign_id, code, typed, target, created_by,
                                                created_at)
                        values (:workspace, :id, :brand, :campaign, :code, :typed, :target, :member, :at)
                        """)
                .bind("workspace", voice.workspace())
                .bind("id", id)
                .bind("brand", voice.brand())
                .bind("campaign", voice.campaigns().get(idea.slug()))
                .bind("code", idea.slug())
                .bind("typed", "https://" + voice.script().handle() + ".example/" + idea.slug())
                .bind(
                        "target",
                        "https://" + voice.script().handle() + ".example/" + idea.slug()
                                + "?utm_source=gazouillis&utm_medium=social&utm_campaign=" + idea.slug())
                .bind("member", voice.member())
                .bind("at", at)
                .execute();
        return id;
    }

    private void follow(long link, int day, List<PastClicks.Click> clicks) {
        int number = random.nextInt(2 * CLICKS_A_DAY);
        for (int i = 0; i < number; i++) {
            Instant at = base.plus(Duration.ofDays(day)).plusSeconds(random.nextInt(86_000));
            String browser = BROWSERS.get(random.nextInt(BROWSERS.size()));
            String page = PAGES.get(random.nextInt(PAGES.size()));
            String address = "192.0.2." + random.nextInt(200);
            clicks.add(new PastClicks.Click(link, at, Visit.of(false, browser, null, page, address)));
        }
    }
}
