package org.gazouillis.index;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/// A disk of some megabytes, which only root can mount.
final class SmallDisk implements StatusIndexContract.Disk {
    private static final int MEGABYTES = 32;

    private final Path disk;

    private SmallDisk(Path disk) {
        this.disk = disk;
    }

    /// @param folder one that exists
    static SmallDisk in(Path folder) throws IOException {
        assumeThat(done("mount", "-t", "tmpfs", "-o", "size=" + MEGABYTES + "m", "tmpfs", folder.toString()))
                .as("a small disk can be mounted here")
                .isTrue();
        return new SmallDisk(folder);
    }

    Path index() {
        return disk.resolve("index");
    }

    @Override
    public StatusIndex open() {
        return StatusIndex.open(index(), TestStatuses.PATIENT);
    }

    @Override
    public int overflows() {
        return 7_000;
    }

    @Override
    public void fill() throws IOException {
        byte[] piece = new byte[1 << 12];
        try (OutputStream out =
                Files.newOutputStream(disk.resolve("filler"), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            for (long written = 0; written <= (long) MEGABYTES << 20; written += piece.length) {
                out.write(piece);
            }
        } catch (IOException full) {
            assertThat(full).hasMessageContaining("space");
        }
    }

    @Override
    public void free() throws IOException {
        Files.delete(disk.resolve("filler"));
    }

    @Override
    public void close() throws IOException {
        done("umount", "-l", disk.toString());
    }

    private static boolean done(String... command) throws IOException {
        return new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .onExit()
                        .join()
                        .exitValue()
                == 0;
    }
}
