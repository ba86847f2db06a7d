package org.gazouillis.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.gazouillis.index.IndexState.Origin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gazouillis.index.TestStatuses.find;
import static org.gazouillis.index.TestStatuses.put;
import static org.gazouillis.index.TestStatuses.status;

class LifeTest {

    @TempDir
    Path temp;

    private StatusIndex open() {
        return StatusIndex.open(temp.resolve("index"), TestStatuses.PATIENT);
    }

    private Path serving() throws IOException {
        return temp.resolve("index")
                .resolve(Files.readString(temp.resolve("index/current")).strip());
    }

    @Test
    void whatWasCommittedSurvivesWithItsPosition() {
        try (StatusIndex index = open()) {
            assertThat(index.committedPosition()).isEmpty();
            assertThat(index.state().origin()).isEqualTo(Origin.EMPTY);
            put(index, status(5, "un"));
            index.commit(new Position(77, 5));
        }
        try (StatusIndex index = open()) {
            assertThat(index.committedPosition()).contains(new Position(77, 5));
            assertThat(index.state().origin()).isEqualTo(Origin.CONTINUED);
            put(index, status(5, "un, relu"), status(4, "plus ancien"));
            assertThat(find(index, "")).containsExactly(5L, 4L);
        }
    }

    @Test
    void anIndexWithOtherFieldsGivesWayToAnEmptyOne() throws IOException {
        Path serving;
        try (StatusIndex index = open()) {
            put(index, status(1, "un"));
            index.commit(new Position(1, 1));
            serving = serving();
        }
        Path older = Files.move(serving, serving.resolveSibling("v1-0000001"));
        Files.writeString(temp.resolve("index/current"), "v1-0000001\n");
        try (StatusIndex index = open()) {
            assertThat(index.state().origin()).isEqualTo(Origin.EMPTY);
            assertThat(index.committedPosition()).isEmpty();
            assertThat(older).doesNotExist();
        }
    }

    @Test
    void twoCannotHoldOneFolder() {
        try (StatusIndex index = open()) {
            assertThatThrownBy(this::open).isInstanceOf(IndexUnusable.class).hasMessageContaining("held");
            assertThat(index.isAlive()).isTrue();
        }
        open().close();
    }

    /// Not even for a moment: what is made, mapped and deleted again takes as long as all the rest of a refresh.
    @Test
    void whatBecomesVisibleTouchesNoFileBeforeTheNextCommit() throws IOException {
        try (StatusIndex index = open()) {
            index.commit(new Position(1, 1));
            Path serving = serving();
            FileTime before = FileTime.from(Instant.EPOCH);
            Files.setLastModifiedTime(serving, before);
            put(index, status(1, "un"), status(2, "deux"));
            assertThat(find(index, "")).containsExactly(2L, 1L);
            assertThat(Files.getLastModifiedTime(serving)).isEqualTo(before);
            index.commit(new Position(1, 2));
            assertThat(Files.getLastModifiedTime(serving)).isNotEqualTo(before);
        }
    }

    @Test
    void nothingIsVisibleBeforeItIsMadeSo() {
        try (StatusIndex index = open()) {
            index.put(List.of(status(1, "un").document()));
            assertThat(index.count()).isZero();
            index.makeVisible();
            assertThat(index.count()).isEqualTo(1);
        }
    }

    @Test
    void progressIsShownUntilComplete() {
        try (StatusIndex index = open()) {
            index.markPartial(3, 10);
            assertThat(index.state()).satisfies(state -> {
                assertThat(state.partial()).isTrue();
                assertThat(state.done()).isEqualTo(3);
                assertThat(state.total()).isEqualTo(10);
                assertThat(state.bytes()).isPositive();
            });
            index.markComplete();
            assertThat(index.state().partial()).isFalse();
        }
    }

    @Test
    void clearingForgetsThePosition() {
        try (StatusIndex index = open()) {
            put(index, status(1, "un"));
            index.commit(new Position(1, 1));
            index.clear();
            assertThat(index.count()).isZero();
            assertThat(index.committedPosition()).isEmpty();
            put(index, status(1, "encore"));
            assertThat(index.count()).isEqualTo(1);
        }
    }

    @Test
    void aDeletedFolderIsNoticedAndBuiltAnewUnderTheRunningProcess() throws IOException {
        try (StatusIndex index = open()) {
            put(index, status(1, "un"), status(2, "deux"));
            index.commit(new Position(1, 2));
            assertThat(index.isAlive()).isTrue();
            delete(temp.resolve("index"));
            assertThat(index.isAlive()).isFalse();
            assertThat(find(index, "un")).containsExactly(1L);
            try (StatusIndex.Rebuild rebuild = index.startRebuild()) {
                rebuild.put(
                        List.of(status(1, "un").document(), status(2, "deux").document()));
                rebuild.switchTo(new Position(1, 2));
            }
            assertThat(index.isAlive()).isTrue();
            assertThat(find(index, "")).containsExactly(2L, 1L);
        }
        try (StatusIndex index = open()) {
            assertThat(index.count()).isEqualTo(2);
            assertThat(index.committedPosition()).contains(new Position(1, 2));
        }
    }

    @Test
    void oneMissingFileIsNoticed() throws IOException {
        try (StatusIndex index = open()) {
            put(index, status(1, "un"));
            index.commit(new Position(1, 1));
            Files.delete(segmentFile());
            assertThat(index.isAlive()).isFalse();
        }
    }

    @Test
    void aFlippedBitIsFoundAtOpeningAndTheRemainsAreKept() throws IOException {
        try (StatusIndex index = open()) {
            put(index, status(1, "un"));
            index.commit(new Position(1, 1));
        }
        Path file = segmentFile();
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        assertOpensSetAside();
    }

    @Test
    void anEmptyCommitFileIsRecovered() throws IOException {
        try (StatusIndex index = open()) {
            put(index, status(1, "un"));
            index.commit(new Position(1, 1));
        }
        try (Stream<Path> files = Files.walk(temp)) {
            for (Path file : files.filter(path -> path.getFileName().toString().startsWith("segments_"))
                    .toList()) {
                Files.write(file, new byte[0]);
            }
        }
        assertOpensSetAside();
    }

    private void assertOpensSetAside() {
        try (StatusIndex index = open()) {
            assertThat(index.state().origin()).isEqualTo(Origin.SET_ASIDE);
            assertThat(index.state().note()).contains("damaged-");
            assertThat(index.committedPosition()).isEmpty();
            put(index, status(1, "relu"));
            assertThat(find(index, "relu")).containsExactly(1L);
        }
        assertThat(temp.resolve("index"))
                .isDirectoryContaining(path -> path.getFileName().toString().startsWith("damaged-"));
    }

    @Test
    void anAbandonedRebuildLeavesNothing() throws IOException {
        try (StatusIndex index = open()) {
            put(index, status(1, "un"));
            try (StatusIndex.Rebuild rebuild = index.startRebuild()) {
                rebuild.put(List.of(status(2, "deux").document()));
            }
            assertThat(find(index, "")).containsExactly(1L);
            try (Stream<Path> entries = Files.list(temp.resolve("index"))) {
                assertThat(entries.filter(Files::isDirectory)).hasSize(1);
            }
        }
    }

    @Test
    void searchesGoOnWhileARebuildTakesOver() throws Exception {
        try (StatusIndex index = open();
                var searchers = Executors.newVirtualThreadPerTaskExecutor()) {
            put(index, status(1, "un"));
            var stop = new AtomicBoolean();
            Callable<Long> searching = () -> {
                long searches = 0;
                while (!stop.get()) {
                    assertThat(find(index, "un")).containsExactly(1L);
                    searches++;
                }
                return searches;
            };
            var running = new ArrayList<>(List.of(searchers.submit(searching), searchers.submit(searching)));
            for (int round = 1; round <= 10; round++) {
                try (StatusIndex.Rebuild rebuild = index.startRebuild()) {
                    rebuild.put(List.of(
                            status(1, "un").document(),
                            status(round + 1, "autre").document()));
                    rebuild.switchTo(new Position(round, 1));
                }
            }
            stop.set(true);
            for (var search : running) {
                assertThat(search.get()).isPositive();
            }
            assertThat(index.committedPosition()).contains(new Position(10, 1));
        }
    }

    @Test
    void aClosedIndexSaysSo() {
        StatusIndex index = open();
        index.close();
        assertThatThrownBy(() -> find(index, "x")).isInstanceOf(IndexUnusable.class);
        assertThatThrownBy(() -> put(index, status(1, "x"))).isInstanceOf(IndexUnusable.class);
        assertThat(index.isAlive()).isFalse();
    }

    private Path segmentFile() throws IOException {
        try (Stream<Path> files = Files.walk(temp)) {
            return files.filter(path -> path.toString().endsWith(".cfs"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static void delete(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
