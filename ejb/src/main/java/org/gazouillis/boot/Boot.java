package org.gazouillis.boot;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.gazouillis.boot.demo.Demo;
import org.gazouillis.engage.ReportCollector;
import org.gazouillis.link.ClickLog;
import org.gazouillis.listen.StatusIndexer;
import org.gazouillis.listen.Watcher;
import org.gazouillis.outbox.OutboxRelay;
import org.gazouillis.publish.OutsideGate;
import org.gazouillis.report.MailingZones;
import org.gazouillis.schedule.TickClock;
import org.gazouillis.schedule.ZoneData;
import org.gazouillis.schedule.ZoneWatch;
import org.gazouillis.timeline.live.LiveTail;
import org.jboss.logging.Logger;

/// Starts the house in order (migrate, address the outbox, open the index, check the zones, start the clock) and
/// closes it in reverse.
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class Boot {
    private static final Logger LOG = Logger.getLogger(Boot.class);

    @Resource(lookup = "java:jboss/datasources/MigrationDS")
    private DataSource owner;

    @Resource
    private ManagedThreadFactory threads;

    @Inject
    private Settings settings;

    @Inject
    private OutboxRelay relay;

    @Inject
    private StatusIndexer indexer;

    @Inject
    private Watcher watcher;

    @Inject
    private Demo demo;

    @Inject
    private LiveTail live;

    @Inject
    private OutsideGate outside;

    @Inject
    private ZoneWatch zones;

    @Inject
    private MailingZones mailings;

    @Inject
    private ClickLog clicks;

    @Inject
    private ReportCollector reports;

    @Inject
    private TickClock clock;

    @Inject
    private LastId lastId;

    @PostConstruct
    void start() {
        int applied = Flyway.configure(Boot.class.getClassLoader())
                .dataSource(owner)
                .load()
                .migrate()
                .migrationsExecuted;
        LOG.infof("The schema is up to date, %d migrations were applied", applied);
        lastId.goOn();
        relay.subscribe();
        indexer.start(settings.index(), threads);
        watcher.start(threads);
        if (settings.demo()) {
            demo.start(settings.demoPassword(), threads);
        }
        live.start(threads);
        outside.open();
        ZoneData data = ZoneData.ofJava();
        mailings.check(data);
        zones.check(data);
        clicks.start(threads);
        reports.start(threads);
        clock.start(settings.node());
    }

    @PreDestroy
    void stop() {
        clock.stop();
        reports.stop();
        clicks.stop();
        live.stop();
        demo.stop();
        watcher.stop();
        indexer.stop();
        LOG.info("Stopped");
    }
}
