package org.gazouillis.index;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gazouillis.index.TestStatuses.put;
import static org.gazouillis.index.TestStatuses.status;

class FullDiskTest {

    private SmallDisk disk;

    @BeforeEach
    void mount(@TempDir Path folder) throws IOException {
        disk = SmallDisk.in(folder);
    }

    @AfterEach
    void unmount() throws IOException {
        if (disk != null) {
            disk.close();
        }
    }

    @Test
    void anIndexThatCannotBeBuiltAnewLeavesNoRemainsOnAFullDisk() throws IOException {
        try (StatusIndex index = disk.open()) {
            put(index, status(1, "un mot"));
            index.commit(new Position(7, 8));
            disk.fill();
            assertThatThrownBy(index::startRebuild).isInstanceOf(IndexUnusable.class);
            assertThat(disk.index().toFile().listFiles(File::isDirectory)).hasSize(1);
            disk.free();
        }
    }

    @Test
    void anIndexThatGoesOnOpensOnAFullDisk() throws IOException {
        try (StatusIndex index = disk.open()) {
            put(index, status(1, "un mot"));
            index.commit(new Position(7, 8));
        }
        disk.fill();
        try (StatusIndex index = disk.open()) {
            assertThat(TestStatuses.find(index, "mot")).containsExactly(1L);
            assertThat(index.files().committedAt()).isNotNull();
        }
    }
}
