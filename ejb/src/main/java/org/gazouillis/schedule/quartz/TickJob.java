package org.gazouillis.schedule.quartz;

import org.gazouillis.kernel.Tick;
import org.gazouillis.tenancy.DatabaseAway;
import org.jboss.logging.Logger;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/// Runs one tick. Quartz starts no second one of the same name before this one ends, on whichever node.
@DisallowConcurrentExecution
final class TickJob implements Job {
    private static final Logger LOG = Logger.getLogger(TickJob.class);

    private final Tick tick;

    TickJob(Tick tick) {
        this.tick = tick;
    }

    @Override
    public void execute(JobExecutionContext context) {
        try {
            tick.run();
        } catch (RuntimeException failure) {
            if (DatabaseAway.isBehind(failure)) {
                // Everybody's trouble at that moment, many times a second.
                LOG.warnf(
                        "The tick %s does not reach the database; it is tried again in %s", tick.name(), tick.every());
                return;
            }
            LOG.errorf(failure, "The tick %s failed; it is tried again in %s", tick.name(), tick.every());
        }
    }
}
