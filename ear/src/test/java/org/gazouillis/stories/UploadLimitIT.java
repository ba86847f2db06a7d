package org.gazouillis.stories;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/// What is larger than the server takes is refused in clear words, wherever it is sent and however it comes.
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class UploadLimitIT {
    private static final String IMPORTS = "/api/desk/v1/brands/velonord/imports";
    private static final int TOO_MUCH = RunningServer.LARGEST_UPLOAD + 1;
    private static final String FORM = "multipart/form-data; boundary=b";

    @RegisterExtension
    final Browser browser = new Browser();

    private final Desk desk = Desk.of("manager@demo.example");
    private final Desk stranger = Desk.stranger();

    @Test
    void fileThatSaysItsSizeIsRefused() {
        assertIsRefused(send(IMPORTS, FORM, BodyPublishers.fromPublisher(inPieces(TOO_MUCH), length(TOO_MUCH))));
    }

    @Test
    void fileThatComesInPiecesIsRefusedWhereTheLimitIs() {
        assertIsRefused(send(IMPORTS, FORM, inPieces(TOO_MUCH)));
        assertThat(send(IMPORTS, FORM, inPieces(1 << 20)).statusCode()).isEqualTo(202);
    }

    @Test
    void anyOtherBodyIsRefusedToo() {
        String posts = "/api/desk/v1/brands/velonord/posts";
        assertIsRefused(
                send(posts, "application/json", BodyPublishers.fromPublisher(inPieces(TOO_MUCH), length(TOO_MUCH))));
        assertIsRefused(send(posts, "application/json", json(TOO_MUCH)));
        HttpResponse<String> form =
                send("/api/desk/v1/preferences", "application/x-www-form-urlencoded", inPieces(1 << 10));
        assertThat(form.statusCode()).isEqualTo(400);
        assertThat(Desk.json(form).getString("detail")).contains("Content-Length");
    }

    @Test
    void browserWithoutScriptGetsAPageThatSaysSo() {
        for (String path : List.of(IMPORTS, "/sign-in")) {
            HttpResponse<String> page = stranger.send(stranger.to(path)
                    .header("Content-Type", FORM)
                    .header("Accept", "text/html,application/xhtml+xml")
                    .header("Accept-Language", "fr")
                    .POST(BodyPublishers.fromPublisher(inPieces(TOO_MUCH), length(TOO_MUCH))));
            assertThat(page.statusCode()).as(path).isEqualTo(413);
            assertThat(page.body()).as(path).contains("<html", "trop volumineux", "20\u202fMo", "gzip");
        }
        assertThat(send("/sign-in", FORM, inPieces(1 << 10)).statusCode()).isEqualTo(411);
    }

    @Test
    void pageSaysWhatTheServerSays(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("large.csv"), new byte[TOO_MUCH]);
        browser.signIn("manager@demo.example", "/intake/import?brand=velonord");
        browser.see("#import-file").sendKeys(file.toString());
        browser.driver().executeScript("document.getElementById('import').dataset.largest = '1e12'");
        browser.see("#import button[type=submit]").click();
        assertThat(browser.see("#import .error").getText()).contains("20 MiB").contains("gzip");
    }

    private HttpResponse<String> send(String path, String type, BodyPublisher body) {
        return desk.send(desk.to(path).header("Content-Type", type).POST(body));
    }

    private static void assertIsRefused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(413);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(Desk.json(answer).getString("type")).isEqualTo("/problems/too-large");
        assertThat(Desk.json(answer).getString("detail")).contains("larger than 20 MiB", "gzip");
    }

    private static long length(int bytes) {
        return (long) bytes + head().length + tail().length;
    }

    /// A form with a file of so many bytes, none of which is kept.
    private static BodyPublisher inPieces(int bytes) {
        return inPieces(head(), bytes, tail());
    }

    private static BodyPublisher json(int bytes) {
        return inPieces(
                "{\"text\":".getBytes(StandardCharsets.US_ASCII), bytes, "\"x\"}".getBytes(StandardCharsets.US_ASCII));
    }

    private static BodyPublisher inPieces(byte[] head, int bytes, byte[] tail) {
        return BodyPublishers.ofInputStream(() -> new SequenceInputStream(Collections.enumeration(
                List.of(new ByteArrayInputStream(head), new Spaces(bytes), new ByteArrayInputStream(tail)))));
    }

    private static byte[] head() {
        return "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"large.csv\"\r\n\r\n"
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] tail() {
        return "\r\n--b--\r\n".getBytes(StandardCharsets.US_ASCII);
    }

    private static final class Spaces extends InputStream {
        private int left;

        Spaces(int bytes) {
            left = bytes;
        }

        @Override
        public int read() {
            return left-- > 0 ? ' ' : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            int given = Math.min(left, length);
            Arrays.fill(into, offset, offset + given, (byte) ' ');
            left -= given;
            return given > 0 || length == 0 ? given : -1;
        }
    }
}
