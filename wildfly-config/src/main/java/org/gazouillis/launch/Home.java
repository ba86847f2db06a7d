package org.gazouillis.launch;

import java.nio.file.Path;

/// The folder of the product, with the built server and EAR below it; the start script names it.
final class Home {
    private Home() {}

    static Path folder() {
        return Path.of(System.getProperty("gazouillis.home", "."))
                .toAbsolutePath()
                .normalize();
    }

    static Path server() {
        return folder().resolve("wildfly-config/target/server");
    }

    static Path application() {
        return folder().resolve("ear/target/gazouillis.ear");
    }
}
