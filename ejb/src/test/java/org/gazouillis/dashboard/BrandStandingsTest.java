package org.gazouillis.dashboard;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.gazouillis.engage.Engagement;
import org.gazouillis.engage.EngagementLog;
import org.gazouillis.engage.Person;
import org.gazouillis.engage.Statuses;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.ProfileId;
import org.gazouillis.kernel.StatusId;
import org.gazouillis.kernel.TimeRange;
import org.gazouillis.reports.CsvFormat;
import org.gazouillis.reports.ReportWriter;
import org.gazouillis.rollup.Measure;
import org.gazouillis.rollup.Rollup;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.CurrentMember;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.testrig.World;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class BrandStandingsTest {
    private static final Instant FIRST = Instant.parse("2026-10-20T12:00:00Z");
    private static final Function<ZoneId, Period> WEEK = zone -> Period.lastDays(7, zone, World.START);

    private World world;

    @BeforeEach
    void build() {
        world = World.fresh();
        world.moveLuneToKathmandu();
    }

    @Test
    void eachBrandHasTheFiguresThatItHasOnItsOwnPage() {
        Random random = new Random(11);
        List<StatusId> statuses = new ArrayList<>(posts(World.NORD, World.NORD_PROFILE, 12));
        statuses.addAll(posts(World.LUNE, World.LUNE_PROFILE, 9));
        append(events(random, statuses, 1_500));
        for (int round = 0; round < 12; round++) {
            Instant from = FIRST.plus(Duration.ofMinutes(15L * (400 + random.nextInt(300))));
            Instant to = from.plus(Duration.ofMinutes(15L * (1 + random.nextInt(500))));
            Against against = Against.values()[round % 2];
            Function<ZoneId, Period> period = zone -> new Period(new TimeRange(from, to), zone);
            for (BrandStanding brand : standings(World.ANNA, period, against::of)) {
                assertSame(brand.figures(), alone(brand, against));
            }
        }
    }

    @Test
    void troubleStandsFirstAndIsCounted() {
        world.worker().useHandle(handle -> handle.execute("""
                insert into post (workspace_id, id, brand_id, author_id, text, lang, state, content_hash, due_at,
                  created_at, updated_at)
                select 101, n, case when n < 4 then 202 else 201 end, 501, 'p' || n, 'en',
                  (array['FAILED', 'HELD', 'IN_REVIEW', 'SCHEDULED', 'SCHEDULED', 'SCHEDULED', 'SCHEDULED'])[n], '',
                  timestamptz '2026-11-24T09:00:00Z' + n * interval '1 hour', now(), now()
                from generate_series(1, 7) as n
                """));
        List<BrandStanding> brands = standings(World.ANNA, WEEK, Period::previous);
        assertThat(brands).extracting(BrandStanding::handle).containsExactly("lune", "nord");
        assertThat(brands.getFirst().trouble())
                .isEqualTo(new BrandTrouble(new BrandOverview.Attention(1, 0, 1, 1), 0, 0, 0, 0, 0));
        assertThat(brands.getLast().next()).extracting(NextPost::text).containsExactly("p4", "p5", "p6");
        assertThat(brands.getFirst().next()).isEmpty();
    }

    @Test
    void accessesStopsAndQuietPeriodsAreToldOfTheBrandsTheyConcern() {
        world.worker().useHandle(handle -> {
            handle.execute("""
                    insert into social_account (workspace_id, id, brand_id, network, handle, created_at, state) values
                      (101, 601, 201, 'mastodon', 'ended', now(), 'ACTIVE'),
                      (101, 602, 201, 'mastodon', 'soon', now(), 'ACTIVE'),
                      (101, 603, 201, 'mastodon', 'later', now(), 'ACTIVE'),
                      (101, 604, 201, 'mastodon', 'paused', now(), 'PAUSED')
                    """);
            handle.execute("""
                    insert into account_access (workspace_id, account_id, brand_id, endpoint, remote_id, sealed, key_id,
                      expires_at, changed_at)
                    select 101, 600 + n, 201, 'https://m.example', 'x', '', 'k',
                      timestamptz '2026-11-23T08:00:00Z' + (array[-1, 3, 30])[n] * interval '1 day', now()
                    from generate_series(1, 3) as n
                    """);
            handle.execute("insert into fence (workspace_id, id, brand_id, reason, raised_by, raised_at, pressed_at)"
                    + " values (101, 701, 202, 'storm', 501, now(), now())");
            handle.execute(
                    "insert into quiet_period (workspace_id, id, name, zone, starts_at, ends_at, rule, created_by,"
                            + " created_at) values (101, 801, 'Night', 'UTC', '2026-11-23T00:00', '2026-11-23T23:00', 'HOLD', 501,"
                            + " now())");
        });
        List<BrandStanding> brands = standings(World.ANNA, WEEK, Period::previous);
        assertThat(brands).extracting(BrandStanding::handle).containsExactly("nord", "lune");
        BrandOverview.Attention none = new BrandOverview.Attention(0, 0, 0, 0);
        assertThat(brands.getFirst().trouble()).isEqualTo(new BrandTrouble(none, 2, 1, 0, 1, 0));
        assertThat(brands.getLast().trouble()).isEqualTo(new BrandTrouble(none, 0, 0, 1, 1, 0));
    }

    @Test
    void unreadAlertsAreTheMembersOwnAndLieWithTheBrandThatIsWatched() {
        world.worker().useHandle(handle -> {
            handle.execute("insert into saved_search (workspace_id, id, member_id, brand_id, name, query, ranking,"
                    + " changed_at) values (101, 901, 501, 202, 'Lune', 'lune', 'NEWEST', now())");
            handle.execute("insert into alert (workspace_id, id, member_id, search_id, kind, digest, zone, created_at)"
                    + " values (101, 911, 501, 901, 'MATCH', 'AT_ONCE', 'UTC', now())");
            handle.execute("insert into notice (workspace_id, id, kind, posts, subject, opened_at, closed_at,"
                    + " member_id, topic) select 101, 920 + n, 'MATCHED', 2, 911, now(), now(), 501, 911"
                    + " from generate_series(1, 2) as n");
            handle.execute("insert into notice_read values (101, 501, 922, now())");
        });
        List<BrandStanding> brands = standings(World.ANNA, WEEK, Period::previous);
        assertThat(brands.getFirst().handle()).isEqualTo("lune");
        assertThat(brands).extracting(brand -> brand.trouble().alerts()).containsExactly(1, 0);
        assertThat(standings(World.MARC, WEEK, Period::previous))
                .extracting(brand -> brand.trouble().alerts())
                .containsExactly(0);
    }

    @Test
    void theTableHasARowForEachBrandAndEmptyCellsForWhatIsMissing() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ReportWriter.write(BrandTable.of(standings(World.ANNA, WEEK, Period::previous)), CsvFormat.RFC_4180, file);
        List<String> lines = file.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(lines).hasSize(3);
        assertThat(lines.getFirst()).contains("engagement_rate_numerator", "reach_before");
        assertThat(lines.get(1)).contains("lune", "Asia/Kathmandu").endsWith(",,");
    }

    @Test
    void manyBrandsTakeAsManyQueriesAsOne() {
        AtomicInteger queries = new AtomicInteger();
        world.app().setSqlLogger(new SqlLogger() {
            @Override
            public void logBeforeExecution(StatementContext context) {
                queries.incrementAndGet();
            }
        });
        assertThat(standings(World.MARC, WEEK, Period::previous)).hasSize(1);
        int ofOne = queries.getAndSet(0);
        assertThat(standings(World.ANNA, WEEK, Period::previous)).hasSize(2);
        assertThat(queries.get()).isEqualTo(ofOne).isLessThan(20);
    }

    @Test
    void nobodySeesBrandsThatAreNotTheirs() {
        assertThat(standings(World.MARC, WEEK, Period::previous))
                .extracting(BrandStanding::handle)
                .containsExactly("nord");
        assertThat(standings(World.RITA, WEEK, Period::previous))
                .extracting(BrandStanding::handle)
                .containsExactly("rival");
    }

    @Test
    void aPeriodThatIsTooLongIsRefused() {
        assertThatThrownBy(() -> standings(
                        World.ANNA,
                        zone -> Period.ofDays(LocalDate.of(2020, 1, 1), LocalDate.of(2026, 1, 1), zone),
                        Period::previous))
                .isInstanceOf(PeriodNotReadable.class);
    }

    private static void assertSame(Comparison all, Comparison alone) {
        assertThat(all.posts()).isEqualTo(alone.posts());
        assertThat(all.postsBefore()).isEqualTo(alone.postsBefore());
        assertThat(all.elsewhere()).isEqualTo(alone.elsewhere());
        assertThat(all.before().period()).isEqualTo(alone.before().period());
        for (Measure measure : List.of(
                Measure.IMPRESSIONS,
                Measure.REACH,
                Measure.ENGAGEMENTS,
                Measure.ENGAGEMENT_RATE,
                Measure.POSTS_PUBLISHED)) {
            assertThat(measure.of(all.now().totals()))
                    .isEqualTo(measure.of(alone.now().totals()));
            assertThat(measure.of(all.before().totals()))
                    .isEqualTo(measure.of(alone.before().totals()));
            assertThat(all.change(measure)).isEqualTo(alone.change(measure));
        }
    }

    private Comparison alone(BrandStanding brand, Against against) {
        Period period = brand.figures().now().period();
        PerformanceQuery query = new PerformanceQuery(brand.id(), period, Step.DAY, null);
        return as(
                World.ANNA,
                current -> new Performances(world.app(), new Permissions(current), new SettledDays())
                        .compare(query, against.of(period)));
    }

    private List<BrandStanding> standings(
            MemberScope member, Function<ZoneId, Period> period, Function<Period, Period> other) {
        return as(
                member,
                current -> new BrandStandings(
                                new Overviews(world.app(), current, world.clock()),
                                world.app(),
                                new Permissions(current),
                                world.clock())
                        .read(period, other));
    }

    private <T> T as(MemberScope member, Function<CurrentMember, T> work) {
        CurrentMember current = new CurrentMember();
        current.become(member);
        return world.as(member, () -> work.apply(current));
    }

    private List<StatusId> posts(BrandId brand, ProfileId profile, int number) {
        List<StatusId> statuses = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            statuses.add(Statuses.publish(world, World.ANNA, brand, profile, 9_000 + brand.value()));
        }
        return statuses;
    }

    private void append(List<Engagement> engagements) {
        world.worker().useTransaction(handle -> EngagementLog.append(handle, engagements));
        new Rollup(world.worker(), world.clock()).run();
    }

    private static List<Engagement> events(Random random, List<StatusId> statuses, int number) {
        List<Engagement> events = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            StatusId status = statuses.get(random.nextInt(statuses.size()));
            Person person = new Person(random.nextInt(60), random.nextInt(6) == 0);
            Instant at = FIRST.plusSeconds(random.nextInt(20 * 24 * 3600));
            events.add(
                    random.nextInt(8) == 0
                            ? new Engagement.Like(status, person, at)
                            : new Engagement.View(status, person, at));
        }
        return events;
    }
}
