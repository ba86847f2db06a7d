package org.gazouillis.stories;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/// The database throws everybody out and lets nobody in, as it does while it is being restarted.
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class DatabaseAwayIT {
    private static final String BRANDS = "/api/desk/v1/brands";

    private final Desk desk = Desk.of("manager@demo.example");
    private final Desk stranger = Desk.stranger();

    @AfterEach
    void letIn() throws IOException, SQLException {
        limit(-1);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> stranger.get("/health/ready").statusCode() == 200);
    }

    @Test
    void whileTheDatabaseIsAwayEverybodyIsToldToComeBackAndThenAllGoesOn() throws IOException, SQLException {
        assertThat(desk.get(BRANDS).statusCode()).isEqualTo(200);
        limit(0);
        HttpResponse<String> answer = desk.get(BRANDS);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(Desk.json(answer).getString("type")).isEqualTo("/problems/not-ready");
        assertThat(Desk.json(answer).getString("detail")).contains("database", "Try again");
        assertThat(stranger.get("/health/live").statusCode()).isEqualTo(200);
        assertThat(stranger.get("/health/ready").statusCode()).isEqualTo(503);
        HttpResponse<String> page = stranger.get("/timeline/public");
        assertThat(page.statusCode()).as(page.body()).isEqualTo(503);
        assertThat(page.headers().firstValue("Retry-After")).hasValue("5");
        assertThat(page.body()).contains("We will be back in a moment").doesNotContain("\tat ", "Exception");
        limit(-1);
        await().during(Duration.ofSeconds(10))
                .atMost(Duration.ofSeconds(60))
                .until(() -> desk.get(BRANDS).statusCode() == 200);
    }

    /// @param connections that the server's roles may have; -1 for as many as they like
    private static void limit(int connections) throws IOException, SQLException {
        try (var administrator = RunningServer.administrator();
                var statement = administrator.createStatement()) {
            for (String role : new String[] {"gazouillis_app", "gazouillis_worker"}) {
                statement.execute("alter role " + role + " connection limit " + connections);
            }
            if (connections == 0) {
                statement.execute("select pg_terminate_backend(pid) from pg_stat_activity"
                        + " where usename in ('gazouillis_app', 'gazouillis_worker')");
            }
        }
    }
}
