package org.gazouillis.stories;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/// A post for now, and a database that does not let it out at the first try: sequences count across rollbacks.
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class PublishFaultIT {
    private static final String WORD = "refused" + UUID.randomUUID().toString().substring(0, 8);

    private final Desk desk = Desk.of("manager@demo.example");

    @BeforeEach
    void refuseOnce() throws IOException, SQLException {
        owner("create sequence first_try");
        owner("""
                create function refuse_once() returns trigger language plpgsql security definer as $$
                begin
                  if new.text like '%%%s%%' and nextval('first_try') = 1 then
                    raise exception 'not now' using errcode = 'lock_not_available';
                  end if;
                  return new;
                end $$
                """.formatted(WORD));
        owner("create trigger refuse_once before insert on status for each row execute function refuse_once()");
    }

    @AfterEach
    void refuseNoMore() throws IOException, SQLException {
        owner("drop trigger refuse_once on status");
        owner("drop function refuse_once()");
        owner("drop sequence first_try");
    }

    @Test
    void whatCannotGoOutAtOnceIsAnsweredAsSavedAndSentByTheNextTick() {
        JsonObject body = Json.createObjectBuilder()
                .add("text", "Right now " + WORD)
                .add("now", true)
                .build();
        HttpResponse<String> answer = desk.post("/api/desk/v1/brands/velonord/posts", body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        // The next tick may come before the answer is written.
        assertThat(Desk.json(answer).getString("state")).isIn("SCHEDULED", "PUBLISHED");
        String post = "/api/desk/v1/posts/" + Desk.json(answer).getString("id");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> desk.read(post).getString("state").equals("PUBLISHED"));
        assertThat(desk.read(post).getJsonArray("publications")).hasSize(1);
    }

    private static void owner(String sql) throws IOException, SQLException {
        try (var database = RunningServer.database("owner");
                var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }
}
