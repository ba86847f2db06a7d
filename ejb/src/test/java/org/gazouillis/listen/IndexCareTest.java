package org.gazouillis.listen;

import java.nio.file.Path;
import java.util.List;
import org.gazouillis.index.StatusIndex;
import org.gazouillis.testrig.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class IndexCareTest {
    @TempDir
    private Path folder;

    private Ground ground;
    private StatusIndexer indexer;
    private IndexCare care;

    @BeforeEach
    void fill() {
        ground = new Ground(folder.resolve("index"));
        ground.bringIn(World.ANNA, World.NORD, List.of("Un", "Deux"));
        indexer = ground.start();
        care = new IndexCare(indexer, new StatusDocuments(ground.world.worker()), ground.world.clock());
        ground.eventually()
                .until(() -> ground.complete() && ground.search(World.ANNA, "").total() == 2);
    }

    @AfterEach
    void close() {
        ground.close();
    }

    @Test
    void itSaysHowTheIndexStands() {
        IndexLook look = care.look().orElseThrow();
        assertThat(look.documents()).isEqualTo(2);
        assertThat(look.partial()).isFalse();
        assertThat(look.bytes()).isPositive();
    }

    @Test
    void whatIsMissingIsFoundNamedAndMendedByRebuilding() {
        long lost = ground.post(World.LUNE_PROFILE, "Perdu");
        long removed = ground.post(World.LUNE_PROFILE, "Repris");
        ground.repost(World.NORD_PROFILE, lost);
        ground.remove(removed);
        ground.eventually().until(() -> ground.search(null, "").total() == 1);
        assertThat(care.verify().orElseThrow()).isEqualTo(new IndexCare.Check(3, 3, 0, List.of()));
        StatusIndex index = indexer.index().orElseThrow();
        index.delete(List.of(lost));
        index.makeVisible();
        assertThat(care.verify().orElseThrow()).isEqualTo(new IndexCare.Check(3, 2, 1, List.of(lost)));
        care.rebuild();
        ground.eventually()
                .untilAsserted(
                        () -> assertThat(care.verify().orElseThrow().missing()).isZero());
        assertThat(ground.search(World.ANNA, "").total()).isEqualTo(3);
    }

    @Test
    void beforeTheIndexIsOpenThereIsNothingToSay() {
        IndexCare early =
                new IndexCare(new StatusIndexer(), new StatusDocuments(ground.world.worker()), ground.world.clock());
        assertThat(early.look()).isEmpty();
        assertThat(early.verify()).isEmpty();
    }
}
