package org.gazouillis.stories;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// An export that fails half way. The fault is in the data: an instant that no number can hold, in the last row.
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class BrokenExportIT {
    private static final String EXPORT = "/api/desk/v1/brands/velonord/exports/engagement.csv";
    private static final String BROKEN = "?from=2018-01-01&to=2018-12-31";

    private final Desk desk = Desk.of("manager@demo.example");

    @BeforeEach
    void lay() throws IOException, SQLException {
        worker("""
                insert into status (id, profile_id, text, lang, created_at, conversation_id)
                select n, a.profile_id, 'Long ago, ' || n || ' ' || md5('a' || n) || md5('b' || n) || md5('c' || n), 'en',
                       timestamptz '2018-06-01Z' + n * interval '1 second', n
                from social_account a join brand b on b.id = a.brand_id, generate_series(1, 5000) n
                where b.handle = 'velonord' and a.profile_id is not null
                """);
        worker("""
                insert into import_run (workspace_id, id, brand_id, member_id, file_name, lease_until, started_at,
                                        finished_at, state)
                select b.workspace_id, 1, b.id, (select min(id) from member m where m.workspace_id = b.workspace_id),
                       'broken.csv', now(), now(), now(), 'DONE'
                from brand b where b.handle = 'velonord'
                """);
        worker("""
                insert into imported_status (workspace_id, id, brand_id, import_id, line, source, foreign_id, text,
                                             created_at, imported_at)
                select b.workspace_id, 1, b.id, 1, 2, 'x', 'broken', 'the fault', '2018-07-01Z', 'infinity'
                from brand b where b.handle = 'velonord'
                """);
    }

    @AfterEach
    void clear() throws IOException, SQLException {
        worker("delete from imported_status where id = 1");
        worker("delete from import_run where id = 1");
        worker("delete from status where id <= 5000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&gzip=true"})
    void whatWasSentIsSeenToBeIncomplete(String form) throws IOException, SQLException {
        assertThatThrownBy(() ->
                        desk.http().send(desk.to(EXPORT + BROKEN + form).GET().build(), BodyHandlers.ofByteArray()))
                .isInstanceOf(IOException.class);
        assertThat(lastOfTheTrail()).isEqualTo("5000 false");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&gzip=true"})
    void ifNothingWasSentYetTheAnswerSaysThatItFailed(String form) {
        HttpResponse<String> answer = desk.get(EXPORT + "?from=2018-07-01&to=2018-07-01" + form);
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(answer.headers().firstValue("Content-Disposition")).isEmpty();
        assertThat(Desk.json(answer).getString("type")).isEqualTo("/problems/internal-error");
    }

    private static String lastOfTheTrail() throws IOException, SQLException {
        try (var database = RunningServer.database();
                var row = database.createStatement()
                        .executeQuery("select (detail ->> 'rows') || ' ' || (detail ->> 'complete') from audit_entry"
                                + " where action = 'report.exported' order by id desc limit 1")) {
            row.next();
            return row.getString(1);
        }
    }

    private static void worker(String sql) throws IOException, SQLException {
        try (var database = RunningServer.database();
                var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }
}
