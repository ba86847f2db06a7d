package org.gazouillis.schedule.quartz;

import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.gazouillis.kernel.Tick;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.SimpleTrigger;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;
import org.quartz.impl.DirectSchedulerFactory;
import org.quartz.impl.jdbcjobstore.InvalidConfigurationException;
import org.quartz.impl.jdbcjobstore.JobStoreTX;
import org.quartz.impl.jdbcjobstore.PostgreSQLDelegate;
import org.quartz.impl.matchers.GroupMatcher;
import org.quartz.utils.DBConnectionManager;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

/// A Quartz scheduler that knows nothing but ticks. Give it the store's connections, threads and this node's name.
public final class QuartzClock {
    private static final String NAME = "gazouillis";
    private static final String GROUP = "ticks";
    private static final int THREADS = 6;
    private static final long UNSET = -1;
    private static final Duration CHECK_IN = Duration.ofSeconds(5);
    /// Quartz leaves alone what is later than this, and looks for it as seldom: after an absence of the store, or when
    /// the machine's clock is put forward, nothing runs for so long.
    private static final Duration MISFIRE = Duration.ofSeconds(5);
    /// Between two tries while the store is away; Quartz itself would wait for a quarter of a minute.
    private static final Duration RETRY = Duration.ofSeconds(2);
    /// Between two looks for ticks that the store will not wake again.
    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final Logger LOG = Logger.getLogger(QuartzClock.class);

    private final DataSource store;
    private final Executor threads;
    private final String node;
    private final Clock clock;
    private final StoreWatch watch;
    private final SchedulerThread thread = new SchedulerThread();
    private @Nullable Scheduler scheduler;
    private @Nullable ScheduledExecutorService watcher;

    /// @param clock the machine's own, which Quartz goes by
    public QuartzClock(DataSource store, Executor threads, String node, Clock clock) {
        this.store = store;
        this.threads = threads;
        this.node = node;
        this.clock = clock;
        watch = new StoreWatch(store, NAME, node, clock);
    }

    /// Plans these ticks, forgets those of earlier versions, and starts.
    ///
    /// @throws ClockNotStarted when the store cannot be reached or refuses
    public synchronized void start(List<Tick> ticks) {
        try {
            Map<String, Tick> byName = ticks.stream().collect(Collectors.toMap(Tick::name, Function.identity()));
            Scheduler created = create();
            created.setJobFactory((fired, _) -> job(byName, fired.getJobDetail().getKey()));
            forgetOthers(created, byName.keySet());
            for (Tick tick : ticks) {
                plan(created, tick);
            }
            created.start();
            scheduler = created;
            watcher = watching(created, ticks);
            LOG.infof("The clock of %s runs %s", node, byName.keySet());
        } catch (SchedulerException e) {
            throw new ClockNotStarted("The clock cannot start", e);
        }
    }

    public synchronized boolean isRunning() {
        try {
            return scheduler != null && scheduler.isStarted() && !scheduler.isInStandbyMode();
        } catch (SchedulerException e) {
            LOG.debug("Asked for its state, Quartz answered", e);
            return false;
        }
    }

    /// Lets running ticks finish, those too that the scheduler's thread runs itself.
    public synchronized void stop() {
        if (scheduler == null) {
            return;
        }
        if (watcher != null) {
            // It ends its look, which needs the store.
            watcher.close();
            watcher = null;
        }
        try {
            scheduler.standby();
            thread.awaitRest();
            scheduler.shutdown(true);
            scheduler = null;
        } catch (SchedulerException e) {
            throw new ClockNotStarted("The clock cannot stop", e);
        }
    }

    /// Not by Quartz, which may be what stands still.
    private ScheduledExecutorService watching(Scheduler running, List<Tick> ticks) {
        ScheduledExecutorService eyes =
                Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());
        var _ = eyes.scheduleWithFixedDelay(() -> look(running, ticks), LOOK.toMillis(), LOOK.toMillis(), MILLISECONDS);
        return eyes;
    }

    private void look(Scheduler running, List<Tick> ticks) {
        try {
            Set<String> doing = running.getCurrentlyExecutingJobs().stream()
                    .map(JobExecutionContext::getFireInstanceId)
                    .collect(Collectors.toSet());
            Set<String> stranded = watch.stranded(doing);
            for (Tick tick : ticks) {
                if (stranded.contains(tick.name())) {
                    LOG.warnf("The tick %s would not have been woken again and is planned anew", tick.name());
                    planAnew(running, tick);
                }
            }
        } catch (SchedulerException | JdbiException storeIsAway) {
            LOG.debug("The clock's store cannot be looked at; soon again", storeIsAway);
        }
    }

    private Scheduler create() throws SchedulerException {
        DBConnectionManager.getInstance().addConnectionProvider(NAME, new StoreConnections(store));
        DirectSchedulerFactory factory = DirectSchedulerFactory.getInstance();
        ManagedThreadPool pool = new ManagedThreadPool(threads, THREADS);
        factory.createScheduler(NAME, node, pool, thread, jobStore(), null, null, 0, UNSET, UNSET, false, null, 1, 0);
        return factory.getScheduler(NAME);
    }

    private JobStoreTX jobStore() throws SchedulerException {
        JobStoreTX jobs = new JobStoreTX();
        jobs.setDataSource(NAME);
        jobs.setTablePrefix("qrtz_");
        jobs.setUseProperties("true");
        jobs.setIsClustered(true);
        jobs.setClusterCheckinInterval(CHECK_IN.toMillis());
        jobs.setDbRetryInterval(RETRY.toMillis());
        jobs.setMisfireThreshold(MISFIRE.toMillis());
        jobs.setAcquireTriggersWithinLock(true);
        jobs.setMakeThreadsDaemons(true);
        jobs.setThreadsInheritInitializersClassLoadContext(true);
        try {
            jobs.setDriverDelegateClass(PostgreSQLDelegate.class.getName());
        } catch (InvalidConfigurationException e) {
            throw new SchedulerException(e);
        }
        return jobs;
    }

    private static void forgetOthers(Scheduler scheduler, Set<String> names) throws SchedulerException {
        for (JobKey job : scheduler.getJobKeys(GroupMatcher.jobGroupEquals(GROUP))) {
            if (!names.contains(job.getName())) {
                scheduler.deleteJob(job);
                LOG.infof("The tick %s is no more", job.getName());
            }
        }
    }

    /// Leaves a trigger alone that is as it should be: another node may be running it. One that Quartz marked as
    /// broken gets another chance with each start.
    private void plan(Scheduler scheduler, Tick tick) throws SchedulerException {
        long every = tick.every().toMillis();
        TriggerKey key = new TriggerKey(tick.name(), GROUP);
        boolean asItShouldBe = scheduler.getTrigger(key) instanceof SimpleTrigger known
                && known.getRepeatInterval() == every
                && (!isShort(every) || known.getStartTime().getTime() % every == 0)
                && known.getMisfireInstruction() == trigger(tick, every).getMisfireInstruction()
                && scheduler.getTriggerState(key) != Trigger.TriggerState.ERROR;
        if (!asItShouldBe) {
            planAnew(scheduler, tick);
        }
    }

    private void planAnew(Scheduler scheduler, Tick tick) throws SchedulerException {
        scheduler.deleteJob(new JobKey(tick.name(), GROUP));
        scheduler.scheduleJob(detail(tick), Set.of(trigger(tick, tick.every().toMillis())), true);
    }

    /// A newer node of the cluster may know ticks that this one does not; they are its own to run.
    private static Job job(Map<String, Tick> byName, JobKey key) {
        Tick tick = byName.get(key.getName());
        return tick == null ? _ -> LOG.debugf("The tick %s is unknown here", key.getName()) : new TickJob(tick);
    }

    private static JobDetail detail(Tick tick) {
        return JobBuilder.newJob(TickJob.class).withIdentity(tick.name(), GROUP).build();
    }

    /// A short tick beats on whole multiples of its interval, so that what is planned for a full second does not wait
    /// for it, and keeps that beat. A long one begins at once, and is made up for at once when it was missed.
    private Trigger trigger(Tick tick, long every) {
        var schedule = SimpleScheduleBuilder.simpleSchedule()
                .withIntervalInMilliseconds(every)
                .repeatForever();
        long now = clock.millis();
        return TriggerBuilder.newTrigger()
                .withIdentity(tick.name(), GROUP)
                .startAt(new Date(isShort(every) ? now + every - now % every : now))
                .withSchedule(
                        isShort(every)
                                ? schedule.withMisfireHandlingInstructionNextWithExistingCount()
                                : schedule.withMisfireHandlingInstructionNowWithExistingCount())
                .build();
    }

    private static boolean isShort(long every) {
        return every < MISFIRE.toMillis();
    }
}
