package org.gazouillis.listen;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.gazouillis.index.Selection;
import org.gazouillis.kernel.SavedSearchId;
import org.gazouillis.security.Permissions;

/// Says what an alert would have told of in the last thirty days, from the same counts and by the same rule as the
/// alert itself.
@ApplicationScoped
public class BackTests {
    private static final Duration MONTH = Duration.ofDays(30);

    private SavedSearches searches;
    private Volumes volumes;
    private Permissions permissions;
    private Asker asker;
    private Clock clock;

    @Inject
    BackTests(SavedSearches searches, Volumes volumes, Permissions permissions, Asker asker, Clock clock) {
        this.searches = searches;
        this.volumes = volumes;
        this.permissions = permissions;
        this.asker = asker;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway.Init")
    BackTests() {}

    /// @throws SavedSearchNotFound when the member sees no such search
    /// @throws QueryNotUnderstood when no alert can wait for it
    /// @throws SearchTooBroad when counting takes too long
    public BackTest of(SavedSearchId id, AlertWish wish) {
        permissions.requireScope("read");
        SavedSearch search = searches.one(id);
        Watchable.check(search.query());
        Instant now = clock.instant();
        Instant first = HourSeries.hourOf(now.minus(MONTH), wish.zone()).toInstant();
        Asker.Eyes eyes = asker.about(search.only(), search.query());
        return volumes.series(new Selection(search.query(), eyes.scope(), eyes.standpoint()), wish.zone(), first, now)
                .map(series -> new BackTest(
                        first,
                        now,
                        series.since(first),
                        series.spikes(first, now, wish).reversed(),
                        volumes.isWhole()))
                .orElseGet(() -> new BackTest(first, now, 0, List.of(), false));
    }
}
