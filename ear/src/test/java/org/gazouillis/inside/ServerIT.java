package org.gazouillis.inside;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(ArquillianExtension.class)
class ServerIT {
    @Resource(lookup = "java:jboss/datasources/AppDS")
    private DataSource app;

    @Resource(lookup = "java:jboss/datasources/WorkerDS")
    private DataSource worker;

    @Resource(lookup = "java:jboss/datasources/QuartzDS")
    private DataSource quartz;

    @Resource(lookup = "java:jboss/datasources/PublishDS")
    private DataSource publish;

    @Inject
    private Clock clock;

    @Test
    void timeIsUtc() {
        assertThat(clock.getZone()).isEqualTo(ZoneOffset.UTC);
    }

    @Test
    void eachPoolSignsInAsItsRole() throws SQLException {
        assertThat(ask(app, "select current_user")).isEqualTo("gazouillis_app");
        assertThat(ask(worker, "select current_user")).isEqualTo("gazouillis_worker");
        assertThat(ask(quartz, "select current_user")).isEqualTo("gazouillis_worker");
        assertThat(ask(publish, "select current_user")).isEqualTo("gazouillis_worker");
    }

    @Test
    void onlyTheWorkersPassRowLevelSecurity() throws SQLException {
        String question = "select rolbypassrls from pg_roles where rolname = current_user";
        assertThat(ask(app, question)).isEqualTo("f");
        assertThat(ask(worker, question)).isEqualTo("t");
    }

    @Test
    void schemaIsMigrated() throws SQLException {
        assertThat(ask(app, "select bool_and(success) from flyway_schema_history"))
                .isEqualTo("t");
    }

    private static String ask(DataSource source, String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
