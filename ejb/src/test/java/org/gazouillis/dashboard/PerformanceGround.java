package org.gazouillis.dashboard;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.gazouillis.engage.Engagement;
import org.gazouillis.engage.EngagementLog;
import org.gazouillis.engage.Person;
import org.gazouillis.engage.Statuses;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.CampaignId;
import org.gazouillis.kernel.StatusId;
import org.gazouillis.rollup.Rollup;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.CurrentMember;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.testrig.World;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/// Posts of two brands in two zones, and what people did with them.
abstract class PerformanceGround {
    static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    static final CampaignId CAMPAIGN = new CampaignId(9_001);

    final SettledDays settledDays = new SettledDays();
    World world;
    StatusId plain;
    StatusId campaigned;
    StatusId lune;

    @BeforeEach
    void build() {
        world = World.fresh();
        world.moveLuneToKathmandu();
        plain = Statuses.post(world, World.NORD_PROFILE);
        campaigned = Statuses.publish(world, World.ANNA, World.NORD, World.NORD_PROFILE, CAMPAIGN.value());
        lune = Statuses.post(world, World.LUNE_PROFILE);
    }

    void view(StatusId status, int person, String... times) {
        List<Engagement> views = new ArrayList<>();
        for (String time : times) {
            views.add(new Engagement.View(
                    status, new Person(person, false), ZonedDateTime.parse(time).toInstant()));
        }
        append(views);
    }

    void append(List<? extends Engagement> engagements) {
        world.worker().useTransaction(handle -> EngagementLog.append(handle, engagements));
        rollUp();
    }

    void rollUp() {
        new Rollup(world.worker(), world.clock()).run();
    }

    BrandPerformance read(BrandId brand, Period period, Step step, @Nullable CampaignId campaign) {
        PerformanceQuery query = new PerformanceQuery(brand, period, step, campaign);
        return as(World.ANNA, permissions -> new Performances(world.app(), permissions, settledDays).read(query));
    }

    <T> T as(MemberScope member, java.util.function.Function<Permissions, T> work) {
        CurrentMember current = new CurrentMember();
        current.become(member);
        return world.as(member, () -> work.apply(new Permissions(current)));
    }
}
