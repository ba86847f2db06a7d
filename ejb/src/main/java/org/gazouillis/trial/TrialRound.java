package org.gazouillis.trial;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.gazouillis.kernel.StatusId;
import org.gazouillis.kernel.Tick;
import org.gazouillis.tenancy.WorkerDb;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Looks at all running trials every few minutes, and ends those of which enough is known or whose days are over.
@ApplicationScoped
public class TrialRound implements Tick {
    private Jdbi db;
    private TrialCloser closer;
    private Clock clock;

    @Inject
    public TrialRound(@WorkerDb Jdbi db, TrialCloser closer, Clock clock) {
        this.db = db;
        this.closer = closer;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway.Init")
    TrialRound() {}

    @Override
    public String name() {
        return "trial-round";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(5);
    }

    @Override
    public void run() {
        Instant now = clock.instant();
        List<RunningTrial> trials = db.withHandle(RunningTrial::all);
        Map<StatusId, ArmCounts> counts = db.withHandle(handle -> TrialCount.of(handle, trials, now));
        for (RunningTrial trial : trials) {
            TrialLook look = new TrialLook(now, counts.getOrDefault(trial.statusId(), ArmCounts.NONE));
            db.useTransaction(handle -> judge(handle, trial, look));
        }
    }

    private void judge(Handle handle, RunningTrial trial, TrialLook look) {
        if (trial.removed()) {
            closer.close(handle, trial, Kept.A, Ground.REMOVED, null);
            return;
        }
        look.keep(handle, trial);
        Ground ground = trial.sequence().verdict(look.counts()).orElse(null);
        if (ground != null) {
            closer.close(handle, trial, ground == Ground.BETTER ? Kept.B : Kept.A, ground, null);
        } else if (!look.at().isBefore(trial.endsAt())) {
            closer.close(handle, trial, Kept.A, Ground.TIME, null);
        }
    }
}
