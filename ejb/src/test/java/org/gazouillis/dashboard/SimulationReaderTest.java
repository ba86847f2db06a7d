package org.gazouillis.dashboard;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.gazouillis.audit.AuditTrail;
import org.gazouillis.compose.DueTime;
import org.gazouillis.compose.Plan;
import org.gazouillis.compose.QuietPeriods;
import org.gazouillis.network.Networks;
import org.gazouillis.security.BrandNotFound;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.tenancy.VisibleBrand;
import org.gazouillis.testrig.Entities;
import org.gazouillis.testrig.Pen;
import org.gazouillis.testrig.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SimulationReaderTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final VisibleBrand NORD =
            new VisibleBrand(World.NORD, "nord", "Nord", PARIS, "#0B6E75", "fr", List.of());

    private World world;
    private Instant now;

    @BeforeEach
    void build() {
        world = World.fresh();
        now = world.worker()
                .withHandle(handle ->
                        handle.createQuery("select now()").mapTo(Instant.class).one());
    }

    @Test
    void thePlanIsReadWholeWithItsAccountsCampaignsAndStops() {
        plan("One", Duration.ofDays(1));
        plan("Two", Duration.ofDays(1).plusMinutes(5));
        plan("Far away", Duration.ofDays(200));
        world.worker()
                .useHandle(handle -> handle.execute("insert into fence (workspace_id, id, brand_id, reason, raised_by,"
                        + " raised_at) values (101, 901, 201, 'Fire', 501, now())"));
        SimulatedPlan plan = read(World.MARC);
        assertThat(plan.posts()).extracting(SimulatedPlan.Planned::text).containsExactly("One", "Two");
        assertThat(plan.complete()).isTrue();
        assertThat(plan.accounts()).containsOnlyKeys(World.NORD_ACCOUNT);
        assertThat(Simulator.rehearse(plan))
                .extracting(each -> each.kind() + " " + each.text())
                .containsExactly("QUIET One", "QUIET Two", "CLASH Two");
    }

    @Test
    void everyNightIsQuietAndAnAccessEndsBeforeThePost() {
        plan("One", Duration.ofDays(3));
        world.worker().useHandle(handle -> {
            handle.execute("insert into quiet_period (workspace_id, id, brand_id, name, zone, days, from_time, to_time,"
                    + " rule, created_by, created_at) values (101, 902, 201, 'All day', 'Europe/Paris',"
                    + " '{1,2,3,4,5,6,7}', '00:00', '00:00', 'HOLD', 501, now())");
            handle.execute(
                    "insert into account_access (workspace_id, account_id, brand_id, endpoint, remote_id, sealed,"
                            + " key_id, expires_at, changed_at) values (101, 401, 201, 'https://x.example', '1', '', 'k',"
                            + " now() + interval '2 days', now())");
        });
        assertThat(Simulator.rehearse(read(World.MARC)))
                .extracting(each -> each.kind() + " " + each.subject())
                .containsExactly("ACCESS_ENDS nord", "QUIET All day");
    }

    @Test
    void aForeignPlanIsNotRead() {
        assertThatThrownBy(() -> read(World.RITA)).isInstanceOf(BrandNotFound.class);
    }

    private void plan(String text, Duration ahead) {
        new Pen(world, World.MARC).nord(text, Plan.at(DueTime.exactly(now.plus(ahead), PARIS)));
    }

    private SimulatedPlan read(MemberScope member) {
        Permissions permissions = new Permissions(Entities.current(member));
        QuietPeriods periods =
                new QuietPeriods(world.app(), permissions, new AuditTrail(world.ids(), world.clock()), world.ids());
        return world.as(
                member,
                () -> new SimulationReader(world.app(), permissions, periods, new Networks(List.of()))
                        .read(NORD, 90, Duration.ofMinutes(30), 0));
    }
}
