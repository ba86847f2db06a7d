package org.gazouillis.dashboard;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.gazouillis.engage.Engagement;
import org.gazouillis.engage.EngagementLog;
import org.gazouillis.engage.Person;
import org.gazouillis.engage.Statuses;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.CampaignId;
import org.gazouillis.kernel.StatusId;
import org.gazouillis.kernel.TimeRange;
import org.gazouillis.rollup.Audience;
import org.gazouillis.rollup.Dimension;
import org.gazouillis.rollup.Measure;
import org.gazouillis.rollup.Rollup;
import org.gazouillis.rollup.Totals;
import org.gazouillis.rollup.Window;
import org.gazouillis.security.BrandNotFound;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.CurrentMember;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.testrig.World;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PerformancesTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final ZoneId KATHMANDU = ZoneId.of("Asia/Kathmandu");
    private static final CampaignId CAMPAIGN = new CampaignId(9_001);
    private static final Instant FIRST = Instant.parse("2026-10-23T12:00:00Z");

    private World world;
    private StatusId plain;
    private StatusId campaigned;
    private StatusId lune;

    @BeforeEach
    void build() {
        world = World.fresh();
        world.worker()
                .useHandle(handle ->
                        handle.execute("update brand set zone = 'Asia/Kathmandu' where id = ?", World.LUNE.value()));
        plain = Statuses.post(world, World.NORD_PROFILE);
        campaigned = Statuses.publish(world, World.ANNA, World.NORD, World.NORD_PROFILE, CAMPAIGN.value());
        lune = Statuses.post(world, World.LUNE_PROFILE);
    }

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
    void aCampaignIsCountedByItselfAndKnowsNoFollowers() {
        view(plain, 1, "2026-10-25T12:00:00Z");
        view(campaigned, 2, "2026-10-25T12:00:00Z");
        LocalDate day = LocalDate.of(2026, 10, 25);
        Totals totals = requireNonNull(read(World.NORD, Period.ofDays(day, day, PARIS), Step.DAY, CAMPAIGN)
                .totals());
        assertThat(totals.tally().views()).isEqualTo(1);
        assertThat(Measure.FOLLOWERS.of(totals).value()).isNull();
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
    void publishedPostsAreCountedAndTheBestComeFirst() {
        StatusId second = Statuses.publish(world, World.ANNA, World.NORD, World.NORD_PROFILE, 9_002);
        view(campaigned, 1, "2026-11-23T08:00:00Z");
        append(List.of(new Engagement.Like(second, new Person(1, false), World.START)));
        PerformanceQuery query =
                new PerformanceQuery(World.NORD, Period.lastDays(7, PARIS, World.START), Step.DAY, null);
        assertThat(requireNonNull(
                                read(World.NORD, query.period(), Step.DAY, null).totals())
                        .posts())
                .isEqualTo(2);
        List<TopPost> top = as(World.ANNA, permissions -> new TopPosts(world.app(), permissions).read(query, 10));
        assertThat(top).extracting(TopPost::statusId).containsExactly(second, campaigned);
        assertThat(top.getLast().figure(Measure.ENGAGEMENT_RATE).value()).isEqualTo(0.0);
        assertThat(top.getFirst().figure(Measure.ENGAGEMENT_RATE).value()).isNull();
    }

    @Test
    void anAccountAPostAndAHashtagAreCountedByThemselves() {
        world.worker()
                .useHandle(handle -> handle.execute(
                        "update status set hashtags = '{spring}' where id in (?, ?)",
                        campaigned.value(),
                        lune.value()));
        view(plain, 1, "2026-10-25T12:00:00Z");
        view(campaigned, 1, "2026-10-25T12:00:00Z", "2026-10-25T13:00:00Z");
        view(lune, 1, "2026-10-25T12:00:00Z");
        assertThat(views(World.NORD, Subject.of(World.NORD_ACCOUNT))).isEqualTo(3);
        assertThat(views(World.NORD, Subject.of(campaigned))).isEqualTo(2);
        assertThat(views(World.NORD, Subject.ofHashtag("#Spring"))).isEqualTo(2);
        assertThat(views(World.LUNE, Subject.ofHashtag("spring"))).isEqualTo(1);
        assertThat(views(World.NORD, Subject.ofHashtag("winter"))).isZero();
        assertThat(views(World.NORD, Subject.of(World.LUNE_ACCOUNT)))
                .as("another brand's account")
                .isZero();
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
        Totals posts =
                requireNonNull(as(World.ANNA, permissions -> new Performances(world.app(), permissions).read(query))
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
            handle.execute(
                    "insert into publication (workspace_id, id, post_id, brand_id, account_id, network, state, text)"
                            + " select workspace_id, 77, id, brand_id, 402, 'mastodon', 'CONFIRMED', text from post"
                            + " where brand_id = 201");
        });
        PerformanceQuery query =
                new PerformanceQuery(World.NORD, Period.lastDays(7, PARIS, World.START), Step.DAY, null);
        Comparison comparison = as(
                World.ANNA,
                permissions ->
                        new Performances(world.app(), permissions).compare(query, Against.WEEKDAYS.of(query.period())));
        assertThat(comparison.posts()).isEqualTo(1);
        assertThat(comparison.postsBefore()).isZero();
        assertThat(comparison.elsewhere()).isEqualTo(1);
        assertThat(comparison.mean(Measure.ENGAGEMENT_RATE).value()).isEqualTo(0.0);
        assertThat(comparison.change(Measure.IMPRESSIONS).ground()).isEqualTo(Change.Ground.TOO_FEW);
        assertThat(comparison.change(Measure.REACH).ground()).isEqualTo(Change.Ground.NOT_OF_POSTS);
    }

    @Test
    void aBreakdownListsSubjectsByNameWithTheirOwnPeople() {
        world.worker()
                .useHandle(handle -> handle.execute(
                        "update status set hashtags = '{spring,tulips}' where id = ?", campaigned.value()));
        world.worker()
                .useHandle(handle ->
                        handle.execute("update status set hashtags = '{spring}' where id = ?", plain.value()));
        view(campaigned, 1, "2026-11-22T08:05:00Z", "2026-11-23T08:05:00Z");
        view(campaigned, 2, "2026-11-23T08:05:00Z");
        view(plain, 1, "2026-11-23T08:05:00Z");
        PerformanceQuery query =
                new PerformanceQuery(World.NORD, Period.lastDays(7, PARIS, World.START), Step.DAY, null);
        assertThat(breakdown(query, Dimension.HASHTAG)).containsExactly("spring 4 2", "tulips 3 2");
        assertThat(breakdown(query, Dimension.CAMPAIGN)).containsExactly("Spring 3 2");
        assertThat(breakdown(query, Dimension.ACCOUNT)).containsExactly("@nord 4 2");
        assertThat(breakdown(query, Dimension.STATUS)).containsExactly("Bonjour 3 2", "Bonjour 1 1");
        assertThat(breakdown(query, Dimension.LINK)).isEmpty();
    }

    @Test
    void hashtagsOfPostsAreListedWithTheirCompanions() {
        world.worker()
                .useHandle(handle -> handle.execute(
                        "update status set hashtags = '{spring,tulips}' where id = ?", campaigned.value()));
        view(campaigned, 1, "2026-11-23T09:00:00Z");
        Period period = Period.lastDays(7, PARIS, World.START);
        PerformanceQuery brand = new PerformanceQuery(World.NORD, period, Step.DAY, null);
        PerformanceQuery spring =
                new PerformanceQuery(World.NORD, period, Step.DAY, Subject.ofHashtag("spring"), Window.ACTIVITY);
        assertThat(hashtags(brand)).containsExactly(new UsedHashtag("spring", 1), new UsedHashtag("tulips", 1));
        assertThat(hashtags(spring)).containsExactly(new UsedHashtag("tulips", 1));
    }

    @Test
    void aForeignBrandDoesNotExist() {
        Period period = Period.lastDays(7, PARIS, World.START);
        PerformanceQuery query = new PerformanceQuery(World.LUNE, period, Step.DAY, null);
        assertThatThrownBy(() -> as(World.MARC, permissions -> new Performances(world.app(), permissions).read(query)))
                .isInstanceOf(BrandNotFound.class);
    }

    @Test
    void homeShowsTroubleFirstAndOnlyWhatTheMemberSees() {
        view(plain, 1, "2026-11-23T07:00:00Z", "2026-11-15T07:00:00Z");
        view(plain, 2, "2026-11-23T07:00:00Z");
        world.worker().useHandle(handle -> handle.execute("""
                insert into post (workspace_id, id, brand_id, author_id, text, lang, state, content_hash, due_at,
                  created_at, updated_at)
                values (101, 1, 202, 501, 'a', 'en', 'FAILED', '', null, now(), now()),
                  (101, 2, 201, 501, 'b', 'en', 'SCHEDULED', '', '2026-11-23T09:00:00Z', now(), now()),
                  (101, 3, 201, 501, 'c', 'en', 'SCHEDULED', '', '2026-11-24T09:00:00Z', now(), now())
                """));
        CurrentMember current = new CurrentMember();
        current.become(World.ANNA);
        Overviews overviews = new Overviews(world.app(), current, world.clock());
        List<BrandOverview> brands = world.as(World.ANNA, overviews::read);
        assertThat(brands).extracting(BrandOverview::handle).containsExactly("lune", "nord");
        BrandOverview nord = brands.getLast();
        assertThat(nord.queuedToday()).isEqualTo(1);
        assertThat(nord.nextText()).isEqualTo("b");
        assertThat(nord.today()).containsExactly("SCHEDULED");
        assertThat(nord.week()).containsExactly(0L, 0L, 0L, 0L, 0L, 0L, 2L);
        assertThat(nord.weekChange()).isEqualTo(1.0);
        assertThat(brands.getFirst().weekChange()).isNull();
    }

    private List<UsedHashtag> hashtags(PerformanceQuery query) {
        return as(World.ANNA, permissions -> new Hashtags(world.app(), permissions).read(query));
    }

    private List<String> breakdown(PerformanceQuery query, Dimension by) {
        return as(World.ANNA, permissions -> new Breakdowns(world.app(), permissions).read(query, by, 10)).stream()
                .map(part -> part.name() + " " + part.totals().tally().views() + " "
                        + part.totals().reach())
                .toList();
    }

    private long views(BrandId brand, Subject subject) {
        LocalDate day = LocalDate.of(2026, 10, 25);
        PerformanceQuery query =
                new PerformanceQuery(brand, Period.ofDays(day, day, PARIS), Step.DAY, subject, Window.ACTIVITY);
        return requireNonNull(as(World.ANNA, permissions -> new Performances(world.app(), permissions).read(query))
                        .totals())
                .tally()
                .views();
    }

    private void view(StatusId status, int person, String... times) {
        List<Engagement> views = new ArrayList<>();
        for (String time : times) {
            views.add(new Engagement.View(
                    status, new Person(person, false), ZonedDateTime.parse(time).toInstant()));
        }
        append(views);
    }

    private void append(List<? extends Engagement> engagements) {
        world.worker().useTransaction(handle -> EngagementLog.append(handle, engagements));
        rollUp();
    }

    private void rollUp() {
        new Rollup(world.worker(), world.clock()).run();
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

    private BrandPerformance read(BrandId brand, Period period, Step step, @Nullable CampaignId campaign) {
        PerformanceQuery query = new PerformanceQuery(brand, period, step, campaign);
        return as(World.ANNA, permissions -> new Performances(world.app(), permissions).read(query));
    }

    private <T> T as(MemberScope member, java.util.function.Function<Permissions, T> work) {
        CurrentMember current = new CurrentMember();
        current.become(member);
        return world.as(member, () -> work.apply(new Permissions(current)));
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
