package org.gazouillis.boot;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.gazouillis.outbox.OutboxRelay;
import org.jboss.logging.Logger;

/// Starts the house in order (migrate, address the outbox, open the index, start the clock) and closes it in reverse.
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class Boot {
    private static final Logger LOG = Logger.getLogger(Boot.class);

    @Resource(lookup = "java:jboss/datasources/MigrationDS")
    private DataSource owner;

    @Inject
    private OutboxRelay relay;

    @PostConstruct
    void start() {
        int applied = Flyway.configure(Boot.class.getClassLoader())
                .dataSource(owner)
                .load()
                .migrate()
                .migrationsExecuted;
        LOG.infof("The schema is up to date, %d migrations were applied", applied);
        relay.subscribe();
    }

    @PreDestroy
    void stop() {
        LOG.info("Stopped");
    }
}
