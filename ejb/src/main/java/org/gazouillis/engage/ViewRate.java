package org.gazouillis.engage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/// Limits how often one viewer, or one address that brings new visitors, may report views and openings: so many calls
/// in each minute of the clock, counted per node and in memory only.
@ApplicationScoped
public class ViewRate {
    public static final int CALLS_PER_VIEWER = 600;
    public static final int NEW_VISITORS_PER_ADDRESS = 3_000;
    private static final int SWEEP_FROM = 20_000;
    private static final long MINUTE_MILLIS = 60_000;

    private final Clock clock;
    private final ConcurrentMap<String, Count> counts = new ConcurrentHashMap<>();

    private record Count(long minute, int calls) {}

    @Inject
    public ViewRate(Clock clock) {
        this.clock = clock;
    }

    ViewRate() {
        this(Clock.systemUTC());
    }

    /// @throws ViewerTooFast when the minute's calls are used up
    public void admit(String who, int limit) {
        long now = clock.millis();
        long minute = now / MINUTE_MILLIS;
        Count count = counts.merge(
                who,
                new Count(minute, 1),
                (known, one) -> known.minute() == minute ? new Count(minute, known.calls() + 1) : one);
        if (counts.size() > SWEEP_FROM) {
            counts.values().removeIf(old -> old.minute() < minute);
        }
        if (count.calls() > limit) {
            throw new ViewerTooFast(
                    limit,
                    Duration.ofMillis(MINUTE_MILLIS - now % MINUTE_MILLIS).plusSeconds(1));
        }
    }
}
