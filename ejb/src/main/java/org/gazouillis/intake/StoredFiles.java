package org.gazouillis.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gazouillis.kernel.DataDirectory;
import org.gazouillis.kernel.ImportId;

/// Uploads on disk while they are read: `imports/<id>` in the data directory, gone when the run has ended.
@ApplicationScoped
class StoredFiles {
    /// Packed or not; what a packed file unpacks to has its own limit.
    static final long LARGEST = 512L << 20;

    private static final int LONGEST_NAME = 200;

    private final Path folder;

    @Inject
    StoredFiles(DataDirectory data) {
        folder = data.path().resolve("imports");
    }

    StoredFiles() {
        folder = Path.of("imports");
    }

    /// @throws FileNotReadable when it is larger than [#LARGEST]; nothing is left then
    void store(ImportId id, InputStream content) throws IOException {
        Files.createDirectories(folder);
        var path = path(id);
        try (var out = Files.newOutputStream(path)) {
            var buffer = new byte[1 << 16];
            long size = 0;
            for (int n = content.read(buffer); n >= 0 && size <= LARGEST; n = content.read(buffer)) {
                out.write(buffer, 0, n);
                size += n;
            }
            if (size > LARGEST) {
                throw new FileNotReadable("The file is larger than 512 MiB. Split it, or pack it with gzip.");
            }
        } catch (IOException | RuntimeException failure) {
            Files.deleteIfExists(path);
            throw failure;
        }
    }

    Path path(ImportId id) {
        return folder.resolve(id.toString());
    }

    void remove(ImportId id) throws IOException {
        Files.deleteIfExists(path(id));
    }

    /// The name without folders and controls, as people may see it.
    static String shown(String fileName) {
        var name =
                fileName.replaceAll("\\p{Cc}", "").replaceAll(".*[/\\\\]", "").strip();
        return name.isEmpty() ? "file" : name.substring(0, Math.min(name.length(), LONGEST_NAME));
    }
}
