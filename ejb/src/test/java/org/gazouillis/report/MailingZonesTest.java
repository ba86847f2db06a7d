package org.gazouillis.report;

import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.List;
import org.gazouillis.database.Login;
import org.gazouillis.report.MailRhythm.Every;
import org.gazouillis.schedule.ZoneData;
import org.gazouillis.testrig.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gazouillis.testrig.World.ANNA;
import static org.gazouillis.testrig.World.NORD;

/// Paris decides, after a mailing was set up, to live five hours before London.
class MailingZonesTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final ZoneRules FIVE = ZoneRules.of(ZoneOffset.ofHours(5));

    private final World world = World.fresh();
    private final MailingZones zones = new MailingZones(world.worker(), world.ids());

    @BeforeEach
    void aMailingOfAMondayInMarch() {
        Login app = world.access().app();
        ReportRig anna = ReportRig.of(ANNA, world.access().url(), app.user(), app.password(), world.clock(), 10);
        Report report = anna.reports().build(NORD, ReportTemplate.WEEKLY.plan("en"));
        anna.mailings()
                .set(
                        report.id(),
                        new MailingPlan(
                                new MailRhythm(Every.WEEK, "monday", LocalTime.of(8, 0)),
                                PARIS,
                                MailPeriod.WEEK,
                                List.of(ReportFile.PDF),
                                List.of("claire@client.example"),
                                true));
        sql("update report_mailing set local_at = '2040-03-05 08:00', due_at = '2040-03-05 07:00Z'");
    }

    @Test
    void theNextMailKeepsItsLocalTimeAndTheTrailTellsTheMove() {
        assertThat(zones.check(data("2039a", PARIS.getRules()))).isZero();
        assertThat(zones.check(data("2039b", FIVE))).isEqualTo(1);
        assertThat(one("select local_at || ' ' || (due_at = '2040-03-05 03:00Z') from report_mailing"))
                .isEqualTo("2040-03-05 08:00:00 true");
        assertThat(one("select detail ->> 'zone' from audit_entry where action = 'report.mailing-moved-by-zone-data'"))
                .isEqualTo("Europe/Paris");
        assertThat(zones.check(data("2039b", FIVE))).as("again").isZero();
    }

    @Test
    void olderDataAreNotBelievedAndWhatIsSwitchedOffStays() {
        sql("insert into zone_rules (zone, version, fingerprint) values ('Europe/Paris', '2039b', '')");
        assertThat(zones.check(data("2039a", FIVE))).as("older").isZero();
        sql("update report_mailing set active = false, local_at = null, due_at = null");
        assertThat(zones.check(data("2039c", FIVE))).as("switched off").isZero();
    }

    private static ZoneData data(String version, ZoneRules paris) {
        return new ZoneData(
                version,
                zone -> zone.equals(PARIS.getId()) ? paris : ZoneId.of(zone).getRules());
    }

    private void sql(String sql) {
        world.worker().useHandle(handle -> handle.execute(sql));
    }

    private String one(String sql) {
        return world.worker()
                .withHandle(
                        handle -> handle.createQuery(sql).mapTo(String.class).one());
    }
}
