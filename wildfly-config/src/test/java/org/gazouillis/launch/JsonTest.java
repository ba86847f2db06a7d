package org.gazouillis.launch;

import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class JsonTest {
    @Test
    void readsStringsAndNumbersOfAFlatObject() {
        String run = "{\"id\": \"42\", \"state\":\"RUNNING\",\"rows\":1200,\"errors\":null}";
        assertThat(Json.text(run, "id")).isEqualTo("42");
        assertThat(Json.text(run, "rows")).isEqualTo("1200");
        assertThat(Json.text(run, "errors")).isEmpty();
    }

    @Test
    void quotesWhatTheShellHandedOver() {
        assertThat(Json.quote(List.of("read", "a\"b\\c"))).isEqualTo("[\"read\",\"a\\\"b\\\\c\"]");
    }

    @Test
    void takesTheReasonOutOfAProblemDocument() {
        assertThat(Json.reason("{\"title\":\"Not found\",\"detail\":\"No brand \\\"x\\\"\"}"))
                .isEqualTo("No brand \"x\"");
        assertThat(Json.reason("<html>Bad Gateway</html>")).isEqualTo("<html>Bad Gateway</html>");
    }
}
