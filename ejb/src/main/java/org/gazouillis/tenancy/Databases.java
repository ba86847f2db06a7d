package org.gazouillis.tenancy;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/// The two doors to PostgreSQL.
@ApplicationScoped
class Databases {
    @Resource(lookup = "java:jboss/datasources/AppDS")
    private DataSource app;

    @Resource(lookup = "java:jboss/datasources/WorkerDS")
    private DataSource worker;

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
}
