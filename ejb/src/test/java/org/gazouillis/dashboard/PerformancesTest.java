package org.gazouillis.dashboard;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.gazouillis.engage.Engagement;
import org.gazouillis.engage.Person;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.StatusId;
import org.gazouillis.kernel.TimeRange;
import org.gazouillis.rollup.Audience;
import org.gazouillis.rollup.Measure;
import org.gazouillis.rollup.Totals;
import org.gazouillis.rollup.Window;
import org.gazouillis.testrig.World;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

/// A brand over time.
class PerformancesTest extends PerformanceGround {
    private static final ZoneId KATHMANDU = ZoneId.of("Asia/Kathmandu");
    private static final Instant FIRST = Instant.parse("2026-10-23T12:00:00Z");

    @Test
    void theDayWhenTheClocksGoBackHasTwentyFiveHoursAndUnitesItsPeople() {
        view(plain, 1, "2026-10-25T00:30:00+02:00", "2026-10-25T02:30:00+02:00", "2026-10-25T02:30:00+01:00");
        view(plain, 2, "2026-10-25T23:45:00+01:00");
        LocalDate day = LocalDate.of(2026, 10, 25);
        BrandPerformance hours = read(World.NORD, Period.ofDays(day, day, PARIS), Step.HOUR, null);
        assertThat(hours.buckets()).hasSize(25);
        assertThat(hours.buckets().get(2).start()).hasToString("2026-10-25T02:00+02:00[Europe/Paris]");
        assertThat(hours.buckets().get(3).start()).hasToString("2026-10-25T02:00+01:00[Europe/Paris]");
        assertThat(hours.buckets()).extracting(PerformancesTest::impressions).containsSequence(1L, 0L, 1L, 1L, 0L);
        BrandPerformance days = read(World.NORD, Period.ofDays(day, day, PARIS), Step.DAY, null);
        for (BrandPerformance performance : List.of(hours, days)) {
            Totals totals = requireNonNull(performance.totals());
            assertThat(totals.tally().views()).isEqualTo(4);
            assertThat(totals.reach()).as("people, not people per bucket").isEqualTo(2);
            assertThat(Measure.FREQUENCY.of(totals).value()).isEqualTo(2.0);
        }
    }

    @Test
    void anyPeriodInAnyZoneEqualsASlowCount() {
        Random random = new Random(7);
        List<Engagement.View> views = randomViews(random, 600);
        append(views);
        for (int round = 0; round < 40; round++) {
            BrandId brand = random.nextBoolean() ? World.NORD : World.LUNE;
            ZoneId zone = brand.equals(World.NORD) ? PARIS : KATHMANDU;
            Instant from = FIRST.plus(Duration.ofMinutes(15L * random.nextInt(300)));
            Instant to = from.plus(Duration.ofMinutes(15L * (1 + random.nextInt(200))));
            Period period = new Period(new TimeRange(from, to), zone);
            Step step = Step.values()[round % 2];
            BrandPerformance performance = read(brand, period, step, null);
            List<Engagement.View> own = views.stream()
                    .filter(view -> view.status().equals(lune) == brand.equals(World.LUNE))
                    .toList();
            assertCounts(requireNonNull(performance.totals()), within(own, from, to));
            for (BrandPerformance.Bucket bucket : performance.buckets()) {
                Instant start = later(bucket.start().toInstant(), from);
                Instant end = earlier(step.next(bucket.start()).toInstant(), to);
                assertCounts(requireNonNull(bucket.totals()), within(own, start, end));
            }
        }
    }

    @Test
    void followersAreCountedBackFromToday() {
        world.worker().useHandle(handle -> {
            for (long follower : new long[] {311, 312, 313}) {
                handle.execute("insert into follow values (301, ?, now())", follower);
            }
        });
        append(List.of(
                new Engagement.Follow(
                        World.NORD_PROFILE, null, new Person(1, false), Instant.parse("2026-10-24T10:00:00Z")),
                new Engagement.Follow(
                        World.NORD_PROFILE, null, new Person(2, false), Instant.parse("2026-10-25T10:00:00Z")),
                new Engagement.Follow(
                        World.NORD_PROFILE, null, new Person(3, false), Instant.parse("2026-10-26T10:00:00Z"))));
        Period period = Period.ofDays(LocalDate.of(2026, 10, 24), LocalDate.of(2026, 10, 25), PARIS);
        BrandPerformance performance = read(World.NORD, period, Step.DAY, null);
        assertThat(requireNonNull(performance.totals()).audience()).isEqualTo(new Audience(2, 0, 2));
        assertThat(performance.buckets())
                .extracting(
                        bucket -> requireNonNull(requireNonNull(bucket.totals()).audience())
                                .atEnd())
                .containsExactly(1L, 2L);
    }

    @Test
    void whatLiesAheadIsMissingAndNotZero() {
        world.worker().useHandle(handle -> handle.execute("update rollup_mark set as_of = '2026-11-23T07:00:00Z'"));
        rollUp();
        Period period = Period.ofDays(LocalDate.of(2026, 11, 22), LocalDate.of(2026, 11, 24), PARIS);
        BrandPerformance performance = read(World.NORD, period, Step.DAY, null);
        assertThat(performance.buckets().get(1).totals()).isNotNull();
        assertThat(performance.buckets().get(2).totals()).isNull();
        assertThat(Measure.ENGAGEMENT_RATE.of(performance.totals()).value())
                .as("nothing divided by nothing")
                .isNull();
    }

    @Test
    void postsOfAPeriodBringAllTheyGatheredAndActivityOnlyWhatHappenedInIt() {
        view(campaigned, 1, "2026-11-23T09:00:00Z");
        view(campaigned, 2, "2026-11-25T09:00:00Z", "2026-11-25T11:00:00Z");
        world.clock().advance(Duration.ofDays(3));
        rollUp();
        LocalDate day = LocalDate.of(2026, 11, 23);
        Period period = Period.ofDays(day, day, PARIS);
        Totals activity =
                requireNonNull(read(World.NORD, period, Step.DAY, null).totals());
        assertThat(activity.tally().views()).isEqualTo(1);
        PerformanceQuery query =
                new PerformanceQuery(World.NORD, period, Step.DAY, Subject.of(World.NORD), Window.POST);
        Totals posts = requireNonNull(as(
                        World.ANNA, permissions -> new Performances(world.app(), permissions, settledDays).read(query))
                .totals());
        assertThat(posts.tally().views()).isEqualTo(3);
        assertThat(posts.reach()).isEqualTo(2);
        assertThat(posts.audience()).as("followers belong to no post").isNull();
    }

    @Test
    void aComparisonKnowsItsPostsAndThoseThatAreMissing() {
        view(campaigned, 1, "2026-11-23T08:05:00Z");
        world.worker().useHandle(handle -> {
            handle.execute("update post set due_at = published_at where brand_id = 201");
            handle.execute("insert into social_account (workspace_id, id, brand_id, network, handle, created_at)"
                    + " values (101, 477, 201, 'mastodon', 'nord@m.example', now())");
            handle.execute(
                    "insert into publication (workspace_id, id, post_id, brand_id, account_id, network, state, text)"
                            + " select workspace_id, 77, id, brand_id, 477, 'mastodon', 'CONFIRMED', text from post"
                            + " where brand_id = 201");
        });
        PerformanceQuery query =
                new PerformanceQuery(World.NORD, Period.lastDays(7, PARIS, World.START), Step.DAY, null);
        Comparison comparison = as(
                World.ANNA,
                permissions -> new Performances(world.app(), permissions, settledDays)
                        .compare(query, Against.WEEKDAYS.of(query.period())));
        assertThat(comparison.posts()).isEqualTo(1);
        assertThat(comparison.postsBefore()).isZero();
        assertThat(comparison.elsewhere()).isEqualTo(1);
        assertThat(comparison.mean(Measure.ENGAGEMENT_RATE).value()).isEqualTo(0.0);
        assertThat(comparison.change(Measure.IMPRESSIONS).ground()).isEqualTo(Change.Ground.TOO_FEW);
        assertThat(comparison.change(Measure.REACH).ground()).isEqualTo(Change.Ground.NOT_OF_POSTS);
    }

    private List<Engagement.View> randomViews(Random random, int number) {
        List<StatusId> statuses = List.of(plain, campaigned, lune);
        List<Engagement.View> views = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            views.add(new Engagement.View(
                    statuses.get(random.nextInt(3)),
                    new Person(random.nextInt(50), random.nextInt(5) == 0),
                    FIRST.plusSeconds(random.nextInt(5 * 24 * 3600))));
        }
        return views;
    }

    private static List<Engagement.View> within(List<Engagement.View> views, Instant from, Instant to) {
        return views.stream()
                .filter(view -> !view.at().isBefore(from) && view.at().isBefore(to))
                .toList();
    }

    private static void assertCounts(Totals totals, List<Engagement.View> views) {
        assertThat(totals.tally().views()).isEqualTo(views.size());
        assertThat(totals.reach())
                .isEqualTo(views.stream()
                        .map(Engagement.View::by)
                        .filter(person -> !person.anonymous())
                        .distinct()
                        .count());
        assertThat(totals.anonymousReach())
                .isEqualTo(views.stream()
                        .map(Engagement.View::by)
                        .filter(Person::anonymous)
                        .distinct()
                        .count());
    }

    private static @Nullable Long impressions(BrandPerformance.Bucket bucket) {
        return bucket.totals() == null ? null : bucket.totals().tally().views();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
