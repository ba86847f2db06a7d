package org.gazouillis.inside;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.gazouillis.index.IndexSettings;
import org.gazouillis.index.OpenSearchSettings;
import org.gazouillis.index.StatusIndex;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

    /// The client of clusters finds everything it needs in the server: it gets as far as to be refused.
    @Test
    void aSearchClusterThatIsAwayIsNamed() {
        var nowhere = new OpenSearchSettings(List.of(URI.create("http://127.0.0.1:1")), "", "", "x", 1, 0);
        assertThatThrownBy(() -> StatusIndex.connect(nowhere, new IndexSettings(16, Duration.ofSeconds(5))))
                .hasMessageContaining("x of [http://127.0.0.1:1] cannot be reached");
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
