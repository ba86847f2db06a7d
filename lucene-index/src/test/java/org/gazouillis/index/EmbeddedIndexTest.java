package org.gazouillis.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedIndexTest extends StatusIndexContract {

    @TempDir
    private static Path folder;

    @Override
    StatusIndex open(String name, Duration timeLimit) {
        return StatusIndex.open(folder.resolve(name), new IndexSettings(16, timeLimit));
    }

    @Override
    Disk smallDisk() throws IOException {
        return SmallDisk.in(Files.createTempDirectory(folder, "small"));
    }
}
