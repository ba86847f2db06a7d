package org.gazouillis.compose;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.gazouillis.audit.AuditTrail;
import org.gazouillis.kernel.QuietId;
import org.gazouillis.publish.Publisher;
import org.gazouillis.security.PermissionDenied;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.testrig.Entities;
import org.gazouillis.testrig.Pen;
import org.gazouillis.testrig.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class QuietCalendarTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final LocalTime TEN = LocalTime.of(22, 0);
    private static final LocalTime SEVEN = LocalTime.of(7, 0);

    private World world;
    private Pen marc;

    @BeforeEach
    void build() {
        world = World.fresh();
        marc = new Pen(world, World.MARC);
    }

    @Test
    void nightsLieOnBothSidesOfMidnight() {
        QuietCalendar nights = calendar(weekly(List.of(1, 2, 3, 4, 5, 6, 7), TEN, SEVEN, QuietRule.REFUSE));
        assertThat(next(nights, "2026-11-24T21:59")).isEqualTo("2026-11-24T21:59");
        assertThat(next(nights, "2026-11-24T22:00")).isEqualTo("2026-11-25T07:00");
        assertThat(next(nights, "2026-11-25T03:00")).isEqualTo("2026-11-25T07:00");
        assertThat(next(nights, "2026-11-25T07:00")).isEqualTo("2026-11-25T07:00");
    }

    @Test
    void periodsThatFollowOnOneAnotherArePassedTogether() {
        QuietCalendar calendar = calendar(
                weekly(List.of(7), LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, QuietRule.REFUSE),
                weekly(List.of(1, 2, 3, 4, 5, 6, 7), TEN, SEVEN, QuietRule.SHIFT),
                once("2026-11-30T07:00", "2026-11-30T12:00", QuietRule.HOLD));
        assertThat(next(calendar, "2026-11-28T23:00")).isEqualTo("2026-11-30T12:00");
        QuietCalendar never =
                calendar(weekly(List.of(1, 2, 3, 4, 5, 6, 7), LocalTime.NOON, LocalTime.NOON, QuietRule.REFUSE));
        assertThat(never.nextAllowed(at("2026-11-28T23:00"))).isEmpty();
    }

    @Test
    void planningIntoAPeriodIsRefusedShiftedOrWarnedOf() {
        add(
                World.ANNA,
                QuietWish.once(
                        World.NORD,
                        "Election",
                        PARIS,
                        wall("2027-04-10T00:00"),
                        wall("2027-04-11T20:00"),
                        QuietRule.REFUSE));
        add(
                World.ANNA,
                QuietWish.once(
                        World.NORD,
                        "Fair",
                        PARIS,
                        wall("2027-05-01T00:00"),
                        wall("2027-05-02T00:00"),
                        QuietRule.SHIFT));
        add(
                World.ANNA,
                QuietWish.once(
                        World.NORD,
                        "Visit",
                        PARIS,
                        wall("2027-06-01T00:00"),
                        wall("2027-06-02T00:00"),
                        QuietRule.HOLD));
        assertThatThrownBy(() -> marc.nord("Vote!", at(wall("2027-04-11T10:00"))))
                .isInstanceOf(PostRefused.class)
                .hasMessageContaining("Election")
                .hasMessageContaining("2027-04-11 20:00 (Europe/Paris)");
        marc.nord("Shifted", at(wall("2027-05-01T09:00")));
        marc.nord("Warned", at(wall("2027-06-01T09:00")));
        assertThat(strings("select text || ' ' || local_at from post order by due_at"))
                .containsExactly("Shifted 2027-05-02 00:00:00", "Warned 2027-06-01 09:00:00");
        List<Check> checks = marc.ask(composer -> composer.checks(Pen.order("x", at(wall("2027-06-01T15:00"))), null));
        assertThat(checks).extracting(Check::code).containsExactly(Check.Code.QUIET_HOLD);
    }

    @Test
    void whatComesDueInAPeriodThatCameLaterIsHeld() {
        marc.nord("Planned before", Plan.NOW);
        LocalDateTime now = world.worker()
                .withHandle(handle -> handle.createQuery("select now() at time zone 'Europe/Paris'")
                        .mapTo(LocalDateTime.class)
                        .one());
        add(
                World.ANNA,
                QuietWish.once(World.NORD, "Mourning", PARIS, now.minusDays(1), now.plusDays(1), QuietRule.REFUSE));
        new Publisher(world.worker(), world.ids()).publishDue();
        assertThat(strings("select state || ' ' || failure from post")).containsExactly("HELD quiet");
    }

    @Test
    void theDatabaseSaysTheSameAsJava() {
        List<QuietPeriod> periods = List.of(
                add(
                        World.ANNA,
                        QuietWish.weekly(World.NORD, "Nights", PARIS, List.of(1, 3, 7), TEN, SEVEN, QuietRule.REFUSE)),
                add(
                        World.ANNA,
                        QuietWish.weekly(
                                World.NORD,
                                "Lunch",
                                PARIS,
                                List.of(6, 7),
                                LocalTime.NOON,
                                LocalTime.of(14, 0),
                                QuietRule.HOLD)),
                add(
                        World.ANNA,
                        QuietWish.weekly(
                                World.NORD,
                                "Sundays",
                                ZoneId.of("Asia/Kathmandu"),
                                List.of(7),
                                LocalTime.MIDNIGHT,
                                LocalTime.MIDNIGHT,
                                QuietRule.SHIFT)),
                add(
                        World.ANNA,
                        QuietWish.once(
                                World.NORD,
                                "Once",
                                PARIS,
                                wall("2026-03-29T02:30"),
                                wall("2026-03-30T01:00"),
                                QuietRule.HOLD)));
        List<Instant> instants = new ArrayList<>();
        for (Instant at = Instant.parse("2026-03-21T00:00:00Z");
                at.isBefore(Instant.parse("2026-04-06T00:00:00Z"));
                at = at.plus(Duration.ofMinutes(30))) {
            instants.add(at);
        }
        for (QuietPeriod period : periods) {
            List<Instant> silent = world.worker()
                    .withHandle(handle -> handle.createQuery("""
                            select at from unnest(:instants::timestamptz[]) at join quiet_period q on q.id = :id
                            where quiet_over(q, at) order by at
                            """)
                            .bind(
                                    "instants",
                                    instants.stream().map(Instant::toString).toArray(String[]::new))
                            .bind("id", period.id())
                            .mapTo(Instant.class)
                            .list());
            assertThat(silent)
                    .as(period.name())
                    .isNotEmpty()
                    .isEqualTo(instants.stream()
                            .filter(at -> period.endIfOver(at).isPresent())
                            .toList());
        }
    }

    @Test
    void onlyThoseWhoMaySetRules() {
        QuietWish wish = QuietWish.once(
                World.NORD, "Mine", PARIS, wall("2027-01-01T00:00"), wall("2027-01-02T00:00"), QuietRule.HOLD);
        assertThatThrownBy(() -> add(World.MARC, wish)).isInstanceOf(PermissionDenied.class);
        QuietPeriod period = add(World.ANNA, wish);
        assertThatThrownBy(() -> remove(World.RITA, period.id())).isInstanceOf(QuietNotFound.class);
        remove(World.ANNA, period.id());
        assertThat(strings("select action from audit_entry order by id"))
                .containsExactly("quiet.added", "quiet.removed");
    }

    @Test
    void refusesWhatIsNoPeriod() {
        assertThatThrownBy(() -> QuietWish.once(
                        World.NORD, " ", PARIS, wall("2027-01-01T00:00"), wall("2027-01-02T00:00"), QuietRule.HOLD))
                .isInstanceOf(QuietNotPlausible.class);
        assertThatThrownBy(() -> QuietWish.once(
                        World.NORD, "Back", PARIS, wall("2027-01-02T00:00"), wall("2027-01-01T00:00"), QuietRule.HOLD))
                .hasMessageContaining("Swap");
        assertThatThrownBy(() -> QuietWish.weekly(World.NORD, "Eight", PARIS, List.of(8), TEN, SEVEN, QuietRule.HOLD))
                .hasMessageContaining("7 for Sunday");
    }

    private QuietPeriod add(MemberScope member, QuietWish wish) {
        return world.as(member, () -> periods(member).add(wish));
    }

    private void remove(MemberScope member, QuietId id) {
        world.as(member, () -> {
            periods(member).remove(id);
            return true;
        });
    }

    private QuietPeriods periods(MemberScope member) {
        return new QuietPeriods(
                world.app(),
                new Permissions(Entities.current(member)),
                new AuditTrail(world.ids(), world.clock()),
                world.ids());
    }

    private static QuietCalendar calendar(QuietPeriod... periods) {
        return new QuietCalendar(List.of(periods));
    }

    private static QuietPeriod weekly(List<Integer> days, LocalTime from, LocalTime to, QuietRule rule) {
        return new QuietPeriod(new QuietId(1), World.NORD, "weekly", PARIS, null, null, days, from, to, rule);
    }

    private static QuietPeriod once(String from, String to, QuietRule rule) {
        return new QuietPeriod(new QuietId(2), World.NORD, "once", PARIS, wall(from), wall(to), null, null, null, rule);
    }

    private static String next(QuietCalendar calendar, String local) {
        return calendar.nextAllowed(at(local))
                .map(each -> LocalDateTime.ofInstant(each, PARIS).toString())
                .orElse("never");
    }

    private static Instant at(String local) {
        return wall(local).atZone(PARIS).toInstant();
    }

    private static Plan at(LocalDateTime local) {
        return Plan.at(new DueTime(local.atZone(PARIS).toInstant(), local, PARIS, GapRule.EARLIER_OFFSET));
    }

    private static LocalDateTime wall(String local) {
        return LocalDateTime.parse(local);
    }

    private List<String> strings(String sql) {
        return world.worker()
                .withHandle(
                        handle -> handle.createQuery(sql).mapTo(String.class).list());
    }
}
