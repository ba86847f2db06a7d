package org.gazouillis.index;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.gazouillis.index.TestStatuses.put;
import static org.gazouillis.index.TestStatuses.status;

/// On a disk of some megabytes, which only root can mount.
class FullDiskTest {
    private static final int MEGABYTES = 32;

    @TempDir
    private Path disk;

    @BeforeEach
    void mount() throws IOException {
        assumeThat(done("mount", "-t", "tmpfs", "-o", "size=" + MEGABYTES + "m", "tmpfs", disk.toString()))
                .as("a small disk can be mounted here")
                .isTrue();
    }

    @AfterEach
    void unmount() throws IOException {
        done("umount", "-l", disk.toString());
    }

    @Test
    void aWriterThatBrokeDownOnAFullDiskGoesOnFromItsLastCommit() throws IOException {
        try (StatusIndex index = StatusIndex.open(disk.resolve("index"), TestStatuses.PATIENT)) {
            put(index, status(1, "un mot"));
            index.commit(new Position(7, 8));
            Path filler = fill();
            assertThatThrownBy(() -> {
                        index.put(more());
                        index.makeVisible();
                        index.commit(new Position(9, 9));
                    })
                    .isInstanceOf(IndexUnusable.class);
            assertThat(index.isAlive()).isFalse();
            assertThat(index.canBeResumed()).isTrue();
            assertThat(TestStatuses.find(index, "mot")).containsExactly(1L);
            // The writer took away what it could not complete.
            fill();
            assertThatThrownBy(index::startRebuild).isInstanceOf(IndexUnusable.class);
            assertThat(disk.resolve("index").toFile().listFiles(File::isDirectory))
                    .hasSize(1);

            Files.delete(filler);
            index.resume();
            assertThat(index.isAlive()).isTrue();
            assertThat(index.canBeResumed()).isFalse();
            assertThat(index.committedPosition()).hasValue(new Position(7, 8));
            index.put(more());
            index.makeVisible();
            index.commit(new Position(9, 9));
            assertThat(index.count()).isEqualTo(1 + more().size());
            assertThat(TestStatuses.find(index, "mot")).containsExactly(1L);
            assertThat(index.files().deleted()).isZero();
        }
    }

    @Test
    void anIndexThatGoesOnOpensOnAFullDisk() throws IOException {
        try (StatusIndex index = StatusIndex.open(disk.resolve("index"), TestStatuses.PATIENT)) {
            put(index, status(1, "un mot"));
            index.commit(new Position(7, 8));
        }
        fill();
        try (StatusIndex index = StatusIndex.open(disk.resolve("index"), TestStatuses.PATIENT)) {
            assertThat(TestStatuses.find(index, "mot")).containsExactly(1L);
            assertThat(index.files().committedAt()).isNotNull();
        }
    }

    /// Words that nobody said before, more than the writer keeps in memory.
    private static List<StatusDocument> more() {
        var random = new Random(3);
        List<StatusDocument> documents = new ArrayList<>();
        for (long id = 2; id < 7_000; id++) {
            var text = new StringBuilder();
            for (int word = 0; word < 40; word++) {
                text.append(Long.toString(random.nextLong(1L << 50), 36)).append("x ");
            }
            documents.add(status(id, text.toString()).document());
        }
        return documents;
    }

    private Path fill() throws IOException {
        Path filler = disk.resolve("filler");
        byte[] piece = new byte[1 << 12];
        try (OutputStream out = Files.newOutputStream(filler, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            for (long written = 0; written <= (long) MEGABYTES << 20; written += piece.length) {
                out.write(piece);
            }
        } catch (IOException full) {
            assertThat(full).hasMessageContaining("space");
        }
        return filler;
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
