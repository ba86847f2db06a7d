package org.gazouillis.engage;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gazouillis.kernel.StatusId;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Whose the reported statuses are, remembered for a moment: where many are reported, each is asked for once a second.
/// What is removed or moves to another campaign is taken as it was for that long.
final class KnownHomes {
    private static final Duration REMEMBERED = Duration.ofSeconds(1);

    private final Clock clock;
    private final Map<StatusId, StatusHome> known = new HashMap<>();
    private Instant asked = Instant.MIN;
    private boolean tried;

    KnownHomes(Clock clock) {
        this.clock = clock;
    }

    void learn(Handle handle, List<ReportCall> calls) {
        Instant now = clock.instant();
        if (!now.isBefore(asked.plus(REMEMBERED)) || now.isBefore(asked)) {
            known.clear();
            tried = false;
            asked = now;
        }
        Set<StatusId> strange = new HashSet<>();
        for (ReportCall call : calls) {
            for (Report report : call.reports()) {
                if (!known.containsKey(report.status())) {
                    strange.add(report.status());
                }
            }
        }
        if (!strange.isEmpty()) {
            Map<StatusId, StatusHome> learnt = StatusHome.of(handle, strange);
            known.putAll(learnt);
            tried |= learnt.values().stream().anyMatch(home -> home.trial() != null);
        }
    }

    /// Whether any of those known has a second text.
    boolean isAnyTried() {
        return tried;
    }

    /// Nothing unless the status is a brand's, and not the viewer's own.
    @Nullable
    StatusHome of(ReportCall call, Report report) {
        StatusHome home = known.get(report.status());
        return home != null && home.profile() != call.profile() ? home : null;
    }
}
