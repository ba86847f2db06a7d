package org.gazouillis.stories;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/// Clients of Mastodon's API read on by the header `Link` alone.
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class TimelinePagesIT {
    private static final String LIST = "api/v1/timelines/tag/pageparpage";

    @Test
    void aListGoesOnWhereItsLinksSay() {
        Desk author = Desk.of("author@demo.example");
        List<String> posted =
                IntStream.range(0, 3).mapToObj(n -> posted(author, n)).toList();
        String links = links(author, LIST + "?limit=2");
        assertThat(links)
                .matches("<\\S+/tag/pageparpage\\?limit=2&max_id=" + posted.get(1) + ">; rel=\"next\", "
                        + "<\\S+/tag/pageparpage\\?limit=2&min_id=" + posted.get(2) + ">; rel=\"prev\"");
        assertThat(ids(author, links.substring(1, links.indexOf('>')))).containsExactly(posted.getFirst());
        assertThat(links(author, LIST)).contains("/tag/pageparpage?max_id=" + posted.getFirst() + ">");
    }

    private static String posted(Desk author, int number) {
        return Desk.json(author.post(
                        "api/v1/statuses",
                        Json.createObjectBuilder()
                                .add("status", "Page " + number + " #PageParPage")
                                .build()))
                .getString("id");
    }

    private static String links(Desk author, String path) {
        return author.get(path).headers().firstValue("Link").orElseThrow();
    }

    private static List<String> ids(Desk author, String path) {
        return author.list(path).getValuesAs(JsonObject.class).stream()
                .map(status -> status.getString("id"))
                .toList();
    }
}
