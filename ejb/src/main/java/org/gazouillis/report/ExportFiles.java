package org.gazouillis.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.gazouillis.kernel.DataDirectory;
import org.gazouillis.kernel.ExportId;

/// Files of exports in the background: `exports/<id>.<fence>.rows`, `.part` and `.whole` in the data folder. The number
/// is that of the lease under which a file was begun, so no node ever writes into another one's.
final class ExportFiles {
    private static final long LITTLE = 1L << 20;

    private final Path folder;

    ExportFiles(DataDirectory data) {
        folder = data.path().resolve("exports");
    }

    Path rows(ExportId id, int fence) {
        return folder.resolve(id + "." + fence + ".rows");
    }

    Path part(ExportId id, int fence) {
        return folder.resolve(id + "." + fence + ".part");
    }

    Path whole(ExportId id, int fence) {
        return folder.resolve(id + "." + fence + ".whole");
    }

    void prepare() throws IOException {
        Files.createDirectories(folder);
    }

    /// Gives a file that is on disk its name, and has the name on disk, too.
    void rename(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        try (var directory = FileChannel.open(folder, StandardOpenOption.READ)) {
            directory.force(true);
        }
    }

    /// Removes the files of an export, but for those with this name.
    void remove(ExportId id, Set<Path> but) throws IOException {
        for (Path file : of(id + ".")) {
            if (!but.contains(file)) {
                Files.deleteIfExists(file);
            }
        }
    }

    /// Ids of the exports that have any file here.
    List<ExportId> present() throws IOException {
        return of("").stream()
                .map(file -> file.getFileName().toString())
                .filter(name -> name.matches("\\d{1,18}\\.\\d+\\.[a-z]+"))
                .map(name -> ExportId.parse(name.substring(0, name.indexOf('.'))))
                .distinct()
                .toList();
    }

    private List<Path> of(String beginning) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(beginning))
                    .toList();
        } catch (UncheckedIOException broken) {
            throw broken.getCause();
        }
    }

    /// Whether a failure came from want of room.
    boolean isFull(IOException failure) {
        String said = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        try {
            return said.contains("no space left")
                    || said.contains("quota")
                    || Files.getFileStore(folder).getUsableSpace() < LITTLE;
        } catch (IOException unknown) {
            return false;
        }
    }
}
