package org.gazouillis.dashboard;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gazouillis.engage.Engagement;
import org.gazouillis.engage.EngagementLog;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.TimeRange;
import org.gazouillis.listen.Asker;
import org.gazouillis.listen.MatchingStatuses;
import org.gazouillis.listen.SearchStandpoint;
import org.gazouillis.listen.StatusIndexer;
import org.gazouillis.rollup.Measure;
import org.gazouillis.rollup.Rollup;
import org.gazouillis.rollup.Window;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.CurrentMember;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.tenancy.VisibleBrand;
import org.gazouillis.tenancy.VisibleBrands;
import org.gazouillis.testrig.Entities;
import org.gazouillis.testrig.World;
import org.jspecify.annotations.Nullable;

/// Two brands in two zones, and pivots as a member asks for them.
abstract class PivotGround {
    static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    static final ZoneId KATHMANDU = ZoneId.of("Asia/Kathmandu");
    static final Instant FIRST = Instant.parse("2026-10-23T12:00:00Z");
    static final VisibleBrand NORD = brand(World.NORD, "nord", PARIS);
    static final VisibleBrand LUNE = brand(World.LUNE, "lune", KATHMANDU);
    static final List<Measure> MEASURES =
            List.of(Measure.IMPRESSIONS, Measure.REACH, Measure.ENGAGEMENTS, Measure.ENGAGED_PEOPLE);

    final World world = World.fresh();

    void append(Engagement... events) {
        world.worker().useTransaction(handle -> EngagementLog.append(handle, List.of(events)));
        rollUp();
    }

    void rollUp() {
        new Rollup(world.worker(), world.clock()).run();
    }

    static PivotQuestion question(Axis rows, @Nullable Axis columns, Instant from, Instant to, VisibleBrand... brands) {
        List<PivotQuestion.Slice> slices = new ArrayList<>();
        for (VisibleBrand brand : brands) {
            slices.add(new PivotQuestion.Slice(brand, new Period(new TimeRange(from, to), brand.zone())));
        }
        return new PivotQuestion(
                slices, rows, columns, Window.ACTIVITY, MEASURES, "", Map.of(), PivotOrder.NATURAL, 100);
    }

    Pivot read(PivotQuestion question) {
        return as(World.ANNA, question);
    }

    Pivot as(MemberScope member, PivotQuestion question) {
        CurrentMember current = Entities.current(member);
        return new Pivots(world.app(), new Permissions(current), none(world, current), world.transactions(member))
                .read(question);
    }

    /// A search that is never asked: its index is not open.
    static MatchingStatuses none(World world, CurrentMember current) {
        VisibleBrands brands = new VisibleBrands(world.app(), current);
        SearchStandpoint standpoint = new SearchStandpoint(world.app(), current, brands, world.clock());
        return new MatchingStatuses(
                StatusIndexer.over(world.worker()),
                new Asker(
                        current,
                        new Permissions(current),
                        brands,
                        standpoint,
                        world.transactions(current.scope().orElse(null))));
    }

    static VisibleBrand brand(BrandId id, String handle, ZoneId zone) {
        return new VisibleBrand(id, handle, handle, zone, "", "en", List.of());
    }
}
