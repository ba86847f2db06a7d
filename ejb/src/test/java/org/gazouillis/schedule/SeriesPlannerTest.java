package org.gazouillis.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import org.gazouillis.audit.AuditTrail;
import org.gazouillis.compose.GapRule;
import org.gazouillis.compose.PostRefused;
import org.gazouillis.kernel.SeriesId;
import org.gazouillis.security.Permissions;
import org.gazouillis.testrig.Entities;
import org.gazouillis.testrig.Pen;
import org.gazouillis.testrig.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SeriesPlannerTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private World world;
    private Pen marc;
    private Permissions permissions;
    private LocalDate today;

    @BeforeEach
    void build() {
        world = World.fresh();
        marc = new Pen(world, World.MARC);
        permissions = new Permissions(Entities.current(World.MARC));
        today = LocalDate.ofInstant(Instant.now(), PARIS);
    }

    @Test
    void aSeriesPlansItsPostsNinetyDaysAheadAndNoneForThePast() {
        SeriesId id = open("FREQ=DAILY", today.minusDays(40).atTime(12, 0));
        assertThat(count("state = 'SCHEDULED' and due_at > now()")).isBetween(89L, 91L);
        assertThat(count("due_at <= now()")).isZero();
        assertThat(count("local_at::time = '12:00' and zone = 'Europe/Paris' and late_policy = 'DROP'"))
                .isBetween(89L, 91L);
        assertThat(strings("select distinct action from audit_entry order by 1"))
                .containsExactly("post.planned-by-series", "series.opened");
        assertThat(sheet(id).coming()).isBetween(89, 91);
    }

    @Test
    void theTickPlansOnButNothingTwiceHoweverManyRunAtOnce() throws Exception {
        open("FREQ=DAILY", today.atTime(12, 0));
        long before = count("true");
        world.worker()
                .useHandle(handle -> handle.execute("update series set planned_through = now() + interval '20 days'"));
        SeriesTick tick = new SeriesTick(world.worker(), world.ids());
        Callable<Boolean> run = () -> {
            new SeriesTick(world.worker(), world.ids()).run();
            return true;
        };
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Boolean> each : threads.invokeAll(List.of(run, run, run))) {
                each.get();
            }
        }
        tick.run();
        assertThat(count("true")).isEqualTo(before);
        assertThat(strings(
                        "select count(*)::text from series_occurrence group by local_date, slot having count(*) > 1"))
                .isEmpty();
    }

    @Test
    void afterALongDowntimeWhatWasMissedIsRecordedAndNotSent() {
        SeriesId id = open("FREQ=DAILY", today.minusDays(200).atTime(12, 0));
        long planned = count("true");
        world.worker()
                .useHandle(handle ->
                        handle.execute("update series set planned_through = planned_through - interval '190 days'"));
        new SeriesTick(world.worker(), world.ids()).run();
        assertThat(count("true")).as("no post more").isEqualTo(planned);
        assertThat(Long.parseLong(strings("select count(*)::text from series_occurrence where reason = 'past'")
                        .getFirst()))
                .isBetween(99L, 102L);
        assertThat(sheet(id).coming()).isBetween(89, 91);
    }

    @Test
    void aChangeTouchesOnlyPostsToComeThatNobodyChangedByHand() {
        SeriesId id = open("FREQ=DAILY", today.atTime(12, 0));
        world.worker().useHandle(handle -> {
            handle.execute("update post set state = 'PUBLISHED' where id = (select min(id) from post)");
            handle.execute(
                    "update post set text = 'By hand', content_hash = '\\x00' where id = (select max(id) from post)");
        });
        SeriesWish wish = sheet(id).wish();
        SeriesWish changed = new SeriesWish(
                wish.brand(),
                "Evening",
                "Good evening",
                null,
                List.of(),
                null,
                "FREQ=WEEKLY",
                today.atTime(18, 30),
                PARIS,
                GapRule.EARLIER_OFFSET,
                true,
                List.of());
        int version = sheet(id).version();
        tell(planner -> planner.change(id, version, changed));
        assertThat(count("state = 'PUBLISHED' and text = 'Good morning'")).isEqualTo(1);
        assertThat(count("state = 'SCHEDULED' and text = 'By hand' and local_at::time = '12:00'"))
                .isEqualTo(1);
        assertThat(count("state = 'SCHEDULED' and text = 'Good evening' and local_at::time = '18:30'"))
                .isBetween(12L, 14L);
        assertThat(count("state = 'SCHEDULED' and text = 'Good morning'")).isZero();
        assertThat(count("state = 'CANCELLED' and failure = 'series'")).isGreaterThan(60);
        assertThatThrownBy(() -> tell(planner -> planner.change(id, 0, changed)))
                .isInstanceOf(QueueRefused.class)
                .hasMessageContaining("meanwhile");
    }

    @Test
    void aPausedSeriesTakesItsPostsBackAndGoesOnWithThem() {
        SeriesId id = open("FREQ=DAILY", today.atTime(12, 0));
        long planned = count("state = 'SCHEDULED'");
        tell(planner -> planner.pause(id));
        assertThat(count("state = 'SCHEDULED'")).isZero();
        new SeriesTick(world.worker(), world.ids()).run();
        assertThat(count("state = 'SCHEDULED'")).as("while it is paused").isZero();
        world.worker().useHandle(handle -> handle.execute("""
                update post set due_at = now() - interval '1 hour' where id = (select id from post order by due_at limit 1)
                """));
        tell(planner -> planner.resume(id));
        assertThat(count("state = 'SCHEDULED'")).isEqualTo(planned - 1);
        assertThat(strings("select reason from series_occurrence where state = 'SKIPPED'"))
                .containsExactly("past");
        tell(planner -> planner.end(id));
        assertThat(count("state = 'SCHEDULED'")).isZero();
        assertThat(sheet(id).state()).isEqualTo(SeriesState.ENDED);
    }

    @Test
    void oneOccurrenceCanBeLeftOutAndTakenAfterAll() {
        SeriesId id = open("FREQ=DAILY", today.atTime(12, 0));
        long planned = count("state = 'SCHEDULED'");
        LocalDateTime local = today.plusDays(10).atTime(12, 0);
        tell(planner -> planner.skip(id, local));
        assertThat(count("state = 'SCHEDULED'")).isEqualTo(planned - 1);
        assertThat(coming(id).stream()
                        .filter(each -> "by hand".equals(each.skipped()))
                        .map(Occurrence::local))
                .containsExactly(local);
        assertThatThrownBy(() -> tell(planner -> planner.skip(id, local.plusHours(1))))
                .isInstanceOf(WishNotPlausible.class)
                .hasMessageContaining("does not happen");
        tell(planner -> planner.restore(id, local));
        assertThat(count("state = 'SCHEDULED'")).isEqualTo(planned);
        assertThat(coming(id)).noneMatch(each -> each.skipped() != null);
    }

    @Test
    void whatIsLeftOutFromTheStartNeverBecomesAPost() {
        LocalDateTime local = today.plusDays(3).atTime(12, 0);
        SeriesWish wish = wish("FREQ=DAILY", today.atTime(12, 0), List.of(local));
        SeriesId id = ask(planner -> planner.open(wish));
        assertThat(count("local_at::date = '" + local.toLocalDate() + "'")).isZero();
        tell(planner -> planner.restore(id, local));
        assertThat(count("local_at::date = '" + local.toLocalDate() + "'")).isEqualTo(1);
    }

    @Test
    void daysOffAreSilentFromWhenTheyAreDeclaredUntilTheyAreNot() {
        LocalDate early = today.plusDays(5);
        DaysOff days = new DaysOff(world.app(), permissions, new AuditTrail(world.ids(), world.clock()));
        world.as(World.MARC, () -> {
            days.add(World.NORD, new DayOff(early, "Founders day"));
            return true;
        });
        SeriesId id = open("FREQ=DAILY", today.atTime(12, 0));
        LocalDate late = today.plusDays(9);
        world.as(World.MARC, () -> {
            days.add(World.NORD, new DayOff(late, "Strike"));
            return true;
        });
        String onBoth = "state = 'SCHEDULED' and local_at::date in ('" + early + "', '" + late + "')";
        assertThat(count(onBoth)).isZero();
        assertThat(coming(id).stream().filter(each -> "day off".equals(each.skipped())))
                .hasSize(2);
        world.as(World.MARC, () -> {
            days.remove(World.NORD, early);
            days.remove(World.NORD, late);
            return true;
        });
        new SeriesTick(world.worker(), world.ids()).run();
        assertThat(count(onBoth)).isEqualTo(2);
    }

    @Test
    void textRuleAndStrangersAreChecked() {
        assertThatThrownBy(() -> ask(planner -> planner.open(new SeriesWish(
                        World.NORD,
                        "",
                        "a".repeat(150),
                        null,
                        List.of(),
                        null,
                        "FREQ=DAILY",
                        today.atTime(9, 0),
                        PARIS,
                        GapRule.EARLIER_OFFSET,
                        true,
                        List.of()))))
                .isInstanceOf(PostRefused.class);
        assertThatThrownBy(() -> open("FREQ=NEVER", today.atTime(9, 0))).isInstanceOf(RuleNotUsable.class);
        SeriesId id = open("FREQ=DAILY", today.atTime(12, 0));
        assertThatThrownBy(() -> new Pen(world, World.RITA)
                        .tell(composer -> planner(composer, new Permissions(Entities.current(World.RITA)))
                                .pause(id)))
                .isInstanceOf(SeriesNotFound.class);
        assertThatThrownBy(() -> world.as(
                        World.RITA,
                        () -> new SeriesReader(world.app(), new Permissions(Entities.current(World.RITA))).one(id)))
                .isInstanceOf(SeriesNotFound.class);
    }

    private SeriesId open(String rule, LocalDateTime start) {
        return ask(planner -> planner.open(wish(rule, start, List.of())));
    }

    private static SeriesWish wish(String rule, LocalDateTime start, List<LocalDateTime> without) {
        return new SeriesWish(
                World.NORD,
                "Morning",
                "Good morning",
                null,
                List.of(),
                null,
                rule,
                start,
                PARIS,
                GapRule.EARLIER_OFFSET,
                true,
                without);
    }

    private <T> T ask(Function<SeriesPlanner, T> deed) {
        return marc.ask(composer -> deed.apply(planner(composer, permissions)));
    }

    private SeriesPlanner planner(org.gazouillis.compose.PostComposer composer, Permissions who) {
        return new SeriesPlanner(composer, world.app(), who, new AuditTrail(world.ids(), world.clock()), world.ids());
    }

    private void tell(Consumer<SeriesPlanner> deed) {
        ask(planner -> {
            deed.accept(planner);
            return true;
        });
    }

    private SeriesSheet sheet(SeriesId id) {
        return world.as(World.MARC, () -> new SeriesReader(world.app(), permissions).one(id));
    }

    private List<Occurrence> coming(SeriesId id) {
        return world.as(World.MARC, () -> new SeriesReader(world.app(), permissions).coming(id, 20));
    }

    private long count(String which) {
        return Long.parseLong(
                strings("select count(*)::text from post where " + which).getFirst());
    }

    private List<String> strings(String sql) {
        return world.worker()
                .withHandle(
                        handle -> handle.createQuery(sql).mapTo(String.class).list());
    }
}
