package org.gazouillis.dashboard;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.gazouillis.engage.Engagement;
import org.gazouillis.engage.Person;
import org.gazouillis.engage.Statuses;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.StatusId;
import org.gazouillis.rollup.Totals;
import org.gazouillis.testrig.World;
import org.junit.jupiter.api.Test;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

/// Any two dimensions, over posts and events at random, beside a plain count of the events.
class PivotsAtRandomTest extends PivotGround {
    private final Map<StatusId, SlowPivot.Post> posts = new HashMap<>();
    private final SlowPivot slow = new SlowPivot(posts);

    @Test
    void everyPairOfDimensionsEqualsASlowCount() {
        Random random = new Random(11);
        world.moveLuneToKathmandu();
        for (int number = 0; number < 14; number++) {
            publish(random, number);
        }
        happen(random, 700);
        Axis[][] pairs = {
            {Axis.HASHTAG, Axis.DAY},
            {Axis.HASHTAG, Axis.LANGUAGE},
            {Axis.CAMPAIGN, Axis.MEDIA},
            {Axis.AUTHOR, Axis.HASHTAG},
            {Axis.ACCOUNT, Axis.WEEK},
            {Axis.BRAND, Axis.MONTH},
            {Axis.WEEKDAY, Axis.HOUR_OF_DAY},
            {Axis.MEDIA, Axis.HOUR_OF_DAY},
            {Axis.HOUR_OF_WEEK, Axis.BRAND},
            {Axis.HOUR, Axis.LANGUAGE},
            {Axis.STATUS, Axis.WEEKDAY}
        };
        for (Axis[] pair : pairs) {
            Instant from = FIRST.plus(Duration.ofMinutes(15L * random.nextInt(300)));
            Instant to = from.plus(Duration.ofMinutes(15L * (1 + random.nextInt(500))));
            Pivot pivot = read(question(pair[0], pair[1], from, to, NORD, LUNE));
            assertThat(pivot.rows()).as(pair[0].key()).isNotEmpty();
            compare(pivot, from, to);
        }
    }

    private void compare(Pivot pivot, Instant from, Instant to) {
        PivotQuestion question = pivot.question();
        Axis columns = requireNonNull(question.columns());
        for (Pivot.Line line : pivot.rows()) {
            String row = line.head().key();
            assertThat(figures(line.total()))
                    .as(question.rows() + " " + row)
                    .isEqualTo(slow.count(from, to, Map.of(question.rows(), row)));
            for (int i = 0; i < pivot.columns().size(); i++) {
                String column = pivot.columns().get(i).key();
                if (!column.equals(Axis.OTHERS)) {
                    assertThat(figures(line.cells().get(i)))
                            .as(question.rows() + " " + row + ", " + columns + " " + column)
                            .isEqualTo(slow.count(from, to, Map.of(question.rows(), row, columns, column)));
                }
            }
        }
        for (int i = 0; i < pivot.columns().size(); i++) {
            String column = pivot.columns().get(i).key();
            if (!column.equals(Axis.OTHERS)) {
                assertThat(figures(pivot.columnTotals().get(i)))
                        .isEqualTo(slow.count(from, to, Map.of(columns, column)));
            }
        }
        assertThat(figures(requireNonNull(pivot.whole()))).isEqualTo(slow.count(from, to, Map.of()));
    }

    private static String figures(Totals totals) {
        return totals.tally().views() + " views, " + totals.reach() + " people, " + totals.anonymousReach()
                + " anonymous, " + totals.tally().engagements() + " engagements by "
                + totals.crowd().engaged().number();
    }

    private void publish(Random random, int number) {
        boolean ofNord = random.nextBoolean();
        BrandId brand = ofNord ? World.NORD : World.LUNE;
        var profile = ofNord ? World.NORD_PROFILE : World.LUNE_PROFILE;
        boolean atDesk = random.nextInt(3) > 0;
        long campaign = 9_001 + brand.value() * 10 + random.nextInt(2);
        StatusId status =
                atDesk ? Statuses.publish(world, World.ANNA, brand, profile, campaign) : Statuses.post(world, profile);
        List<String> tags = List.of("spring", "tulips", "sale").subList(random.nextInt(3), 3 - random.nextInt(2));
        String lang = List.of("fr", "en", "").get(number % 3);
        String media = List.of("image", "link", "text").get(random.nextInt(3));
        world.worker()
                .useHandle(handle -> handle.execute(
                        "update status set lang = ?, hashtags = ?, urls = ?, attachments = ?::jsonb where id = ?",
                        lang,
                        tags.toArray(String[]::new),
                        media.equals("text") ? new String[0] : new String[] {"https://example.org"},
                        media.equals("image") ? "[{}]" : null,
                        status.value()));
        posts.put(
                status,
                new SlowPivot.Post(
                        brand.toString(),
                        ofNord ? World.NORD_ACCOUNT.toString() : World.LUNE_ACCOUNT.toString(),
                        ofNord ? PARIS : KATHMANDU,
                        atDesk ? Long.toString(campaign) : Axis.NONE,
                        atDesk ? World.ANNA.member().toString() : Axis.NONE,
                        tags.isEmpty() ? List.of(Axis.NONE) : tags,
                        lang.isEmpty() ? Axis.NONE : lang,
                        media));
    }

    private void happen(Random random, int number) {
        List<StatusId> all = List.copyOf(posts.keySet());
        List<Engagement> events = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            StatusId status = all.get(random.nextInt(all.size()));
            Instant at = FIRST.plusSeconds(random.nextInt(9 * 24 * 3600));
            Person known = new Person(random.nextInt(30), false);
            events.add(
                    switch (random.nextInt(6)) {
                        case 0 -> new Engagement.Like(status, known, at);
                        case 1 -> new Engagement.Withdrawal(new Engagement.Like(status, known, at), at);
                        case 2 -> new Engagement.View(status, new Person(random.nextInt(9), true), at);
                        default -> new Engagement.View(status, known, at);
                    });
        }
        events.forEach(slow::add);
        append(events.toArray(Engagement[]::new));
    }
}
