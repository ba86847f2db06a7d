package org.gazouillis.listen;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.gazouillis.index.Bar;
import org.gazouillis.index.Selection;
import org.gazouillis.index.Step;

/// Counts what searches find, hour by hour, in this node's index.
@ApplicationScoped
class Volumes {
    private StatusIndexer indexer;

    @Inject
    Volumes(StatusIndexer indexer) {
        this.indexer = indexer;
    }

    @SuppressWarnings("NullAway.Init")
    Volumes() {}

    /// Whether the index holds everything: while it is being built, counts would be too low.
    boolean isWhole() {
        return indexer.state().filter(state -> !state.partial()).isPresent();
    }

    /// The hours from `first` until `until` and eight weeks before; empty while there is no index.
    ///
    /// @param asked to which the times are added here
    /// @param zone whose hours are counted
    /// @throws QueryNotUnderstood with the place and the mend
    /// @throws SearchTooBroad when counting takes too long
    Optional<HourSeries> series(Selection asked, ZoneId zone, Instant first, Instant until) {
        Instant from = HourSeries.fromFor(first, zone);
        int[] quarters = new int[HourSeries.quartersUntil(from, until)];
        Instant end = from.plus(HourSeries.QUARTER.multipliedBy(quarters.length));
        Selection within = new Selection(asked.query(), asked.scope(), asked.standpoint(), from, end);
        return indexer.ask(index -> index.histogram(within, Step.QUARTER)).map(bars -> {
            for (Bar bar : bars) {
                quarters[HourSeries.quarter(from, bar.from())] += Math.toIntExact(bar.count());
            }
            return new HourSeries(from, quarters, zone);
        });
    }
}
