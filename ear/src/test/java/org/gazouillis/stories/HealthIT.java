package org.gazouillis.stories;

import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(ArquillianExtension.class)
@RunAsClient
class HealthIT {
    private final Desk stranger = Desk.stranger();

    @Test
    void serverSaysThatItIsReady() {
        assertThat(stranger.get("/health/ready").statusCode()).isEqualTo(200);
    }

    @Test
    void answersDoNotTellWhatTheServerIsMadeOf() {
        var headers = stranger.get("/health/ready").headers().map();
        assertThat(headers).doesNotContainKeys("server", "x-powered-by");
    }

    @Test
    void textTravelsCompressed() {
        var answer = stranger.send(stranger.to("/").header("Accept-Encoding", "gzip"));
        assertThat(answer.headers().firstValue("content-encoding")).hasValue("gzip");
    }

    @Test
    void unknownAddressTellsNoStack() {
        var answer = stranger.get("/api/no-such-address");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).doesNotContain("\tat ", "Exception");
    }
}
