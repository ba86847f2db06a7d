package org.gazouillis.web.dashboard;

import java.time.OffsetDateTime;
import java.util.List;
import org.gazouillis.dashboard.BrandStanding;
import org.gazouillis.dashboard.BrandTrouble;
import org.gazouillis.dashboard.NextPost;
import org.gazouillis.rollup.Measure;

/// A brand beside the others.
///
/// @param trouble what needs somebody, counted
/// @param next its next posts, the soonest first, at most three
/// @param figures events of the period beside those of another; reach is people and never to be added up over brands
public record BrandStandingJson(
        String id, String handle, String name, TroubleJson trouble, List<NextJson> next, ComparisonJson figures) {
    public BrandStandingJson {
        next = List.copyOf(next);
    }

    /// @param accountsOutOfReach paused, or our access to them has ended
    /// @param accessesEnding within two weeks
    /// @param crisisStops that stand over the brand, one of its campaigns or the whole workspace
    /// @param quietPeriods that lie over this moment
    /// @param unreadAlerts of your alerts on searches of this brand
    public record TroubleJson(
            int failed,
            int missed,
            int held,
            int waitingForApproval,
            int accountsOutOfReach,
            int accessesEnding,
            int crisisStops,
            int quietPeriods,
            int unreadAlerts) {}

    public record NextJson(String id, OffsetDateTime dueAt, String text, String lang) {}

    static BrandStandingJson of(BrandStanding brand, List<Measure> measures) {
        return new BrandStandingJson(
                brand.id().toString(),
                brand.handle(),
                brand.name(),
                trouble(brand.trouble()),
                brand.next().stream().map(post -> next(post, brand)).toList(),
                ComparisonJson.of(brand.handle(), brand.figures(), measures));
    }

    private static TroubleJson trouble(BrandTrouble trouble) {
        return new TroubleJson(
                trouble.posts().failed(),
                trouble.posts().missed(),
                trouble.posts().held(),
                trouble.posts().waiting(),
                trouble.ended(),
                trouble.ending(),
                trouble.stops(),
                trouble.quiet(),
                trouble.alerts());
    }

    private static NextJson next(NextPost post, BrandStanding brand) {
        return new NextJson(
                post.id().toString(), post.dueAt().atZone(brand.zone()).toOffsetDateTime(), post.text(), post.lang());
    }
}
