package org.gazouillis.web.publish;

import java.time.Instant;
import org.gazouillis.publish.CrisisStop;
import org.gazouillis.publish.StopFigures;
import org.jspecify.annotations.Nullable;

/// A crisis stop. Without a brand it is the whole workspace's.
///
/// @param raisedAt from here on nothing that it covers was published, until `releasedAt`
/// @param millisToStop from the press to `raisedAt`
/// @param figures only when one stop is asked for
public record StopJson(
        String id,
        @Nullable String brand,
        @Nullable String campaign,
        @Nullable String keyword,
        @Nullable String network,
        String reason,
        String raisedBy,
        Instant raisedAt,
        long millisToStop,
        @Nullable Instant releasedAt,
        @Nullable String releasedBy,
        @Nullable FiguresJson figures) {
    static StopJson of(CrisisStop stop) {
        return of(stop, null);
    }

    static StopJson of(CrisisStop stop, @Nullable StopFigures figures) {
        return new StopJson(
                stop.id().toString(),
                stop.brandId() == null ? null : stop.brandId().toString(),
                stop.campaignId() == null ? null : stop.campaignId().toString(),
                stop.keyword(),
                stop.network(),
                stop.reason(),
                stop.raisedBy(),
                stop.raisedAt(),
                stop.timeToStop().toMillis(),
                stop.releasedAt(),
                stop.releasedBy(),
                figures == null ? null : FiguresJson.of(figures));
    }

    /// How much the stop holds back.
    ///
    /// @param held came due under it and wait for a person
    /// @param soon would go out within 24 hours
    /// @param planned would go out some day
    /// @param left went out in the minutes before it
    /// @param inFlight are on their way to another network
    public record FiguresJson(int held, int soon, int planned, int left, int inFlight) {
        static FiguresJson of(StopFigures figures) {
            return new FiguresJson(
                    figures.held(), figures.soon(), figures.planned(), figures.left(), figures.inFlight());
        }
    }
}
