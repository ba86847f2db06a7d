package org.gazouillis.tenancy;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/// The doors to PostgreSQL: SQL as a member or as a worker, and entities as a member.
@ApplicationScoped
class Databases {
    @Resource(lookup = "java:jboss/datasources/AppDS")
    private DataSource app;

    @Resource(lookup = "java:jboss/datasources/WorkerDS")
    private DataSource worker;

    @Resource(lookup = "java:jboss/datasources/PublishDS")
    private DataSource publish;

    /// Entities of the current transaction, behind the same wall as [AppDb].
    @Produces
    @PersistenceContext(unitName = "gazouillis")
    @SuppressWarnings("UnusedVariable") // CDI reads it
    private EntityManager entities;

    @Produces
    @AppDb
    @Singleton
    Jdbi app() {
        return Sql.over(app);
    }

    @Produces
    @WorkerDb
    @Singleton
    Jdbi worker() {
        return Sql.over(worker);
    }

    @Produces
    @PublishDb
    @Singleton
    Jdbi publish() {
        return Sql.over(publish);
    }
}
