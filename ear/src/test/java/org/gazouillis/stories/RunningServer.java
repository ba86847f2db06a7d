package org.gazouillis.stories;

import java.net.URI;
import java.nio.file.Path;

/// The server under test, as `ServerSession` laid it out.
final class RunningServer {
    private RunningServer() {}

    /// Where it answers, with a slash at the end.
    static URI address() {
        return URI.create("http://127.0.0.1:" + System.getProperty("gazouillis.http.port") + "/");
    }

    /// The password of the demo members, such as `owner@demo.example`.
    static String demoPassword() {
        return System.getProperty("gazouillis.demo.password");
    }

    static String operatorSecret() {
        return System.getProperty("gazouillis.operator.secret");
    }

    /// Where a test leaves what a person may want to look at: screenshots, page sources.
    static Path artefacts() {
        return Path.of(System.getProperty("gazouillis.artefacts"));
    }
}
