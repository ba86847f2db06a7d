package org.gazouillis.schedule;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.gazouillis.kernel.HealthCheck;
import org.gazouillis.kernel.Tick;
import org.gazouillis.schedule.quartz.QuartzClock;
import org.jspecify.annotations.Nullable;

/// Runs every [Tick] of the house at its own interval, on one node of the cluster at a time.
@ApplicationScoped
public class TickClock implements HealthCheck {
    @Resource(lookup = "java:jboss/datasources/QuartzDS")
    private DataSource store;

    @Resource
    private ManagedExecutorService threads;

    @Inject
    @Any
    private Instance<Tick> ticks;

    @Inject
    private Clock machine;

    private volatile @Nullable QuartzClock clock;

    /// Winds the clock up; call it once, when all that ticks may need is open.
    ///
    /// @param node number of this node, different on each node of the cluster
    public void start(int node) {
        QuartzClock started = new QuartzClock(store, threads, "node-" + node, machine);
        started.start(List.copyOf(ticks.stream().toList()));
        clock = started;
    }

    /// Whether ticks are being run here.
    public boolean isRunning() {
        QuartzClock current = clock;
        return current != null && current.isRunning();
    }

    @Override
    public String name() {
        return "scheduler";
    }

    @Override
    public State check() {
        return isRunning() ? State.up("running") : State.down("standing still");
    }

    /// Lets running ticks finish, and starts no more.
    public void stop() {
        QuartzClock current = clock;
        if (current != null) {
            current.stop();
            clock = null;
        }
    }
}
