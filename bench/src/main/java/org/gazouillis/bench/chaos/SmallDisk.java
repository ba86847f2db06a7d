package org.gazouillis.bench.chaos;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// A disk of some megabytes, to be filled up and emptied again: a `tmpfs`, which only root can mount, and not in every
/// container.
final class SmallDisk implements AutoCloseable {
    private static final int[] PIECES = {1 << 20, 1 << 12, 1};

    private final Path folder;
    private final Path filler;

    private SmallDisk(Path folder) {
        this.folder = folder;
        this.filler = folder.resolve("filler");
    }

    /// Empty where it cannot be mounted.
    static Optional<SmallDisk> of(int megabytes) throws IOException {
        Path folder = Files.createTempDirectory("gazouillis-small-disk");
        return run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", folder.toString())
                ? Optional.of(new SmallDisk(folder))
                : Optional.empty();
    }

    Path folder() {
        return folder;
    }

    /// Leaves not a byte free.
    void fill() throws IOException {
        for (int piece : PIECES) {
            try (OutputStream out = Files.newOutputStream(
                    filler, java.nio.file.StandardOpenOption.CREATE, java.nio.file.StandardOpenOption.APPEND)) {
                byte[] bytes = new byte[piece];
                while (fits(out, bytes)) {
                    // until it does not
                }
            }
        }
    }

    private static boolean fits(OutputStream out, byte[] bytes) {
        try {
            out.write(bytes);
            return true;
        } catch (IOException full) {
            return false;
        }
    }

    /// Gives the room back.
    void free() throws IOException {
        Files.deleteIfExists(filler);
    }

    @Override
    public void close() throws IOException {
        run("umount", "-l", folder.toString());
        Files.deleteIfExists(folder);
    }

    private static boolean run(String... command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.onExit().join().exitValue() == 0;
    }
}
