package org.gazouillis.link;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.gazouillis.journal.Journal;
import org.gazouillis.journal.Shipping;
import org.gazouillis.testrig.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ClickJournalTest {
    private static final String BROWSER = "Mozilla/5.0 (X11; Linux) Firefox/140";
    private static final long LINK = 900;

    @TempDir
    private Path folder;

    private World world;

    @BeforeEach
    void build() {
        world = World.fresh();
        world.worker().useHandle(handle -> handle.execute("""
                insert into short_link (workspace_id, id, brand_id, code, typed, target, created_by, created_at)
                values (101, 900, 201, 'abcd', 'https://a.example/', 'https://a.example/', 501, now())
                """));
    }

    @Test
    void everyClickOfManyAtOnceIsThereOnce() throws Exception {
        try (Journal<ClickRecord> journal = Journal.open(folder, new ClickForm(), 20_000);
                ExecutorService threads = Executors.newFixedThreadPool(24)) {
            Shipping<ClickRecord> shipping = shipping(journal);
            List<Callable<Void>> readers = new ArrayList<>();
            for (int i = 0; i < 24; i++) {
                int reader = i;
                readers.add(() -> {
                    for (int n = 0; n < 100; n++) {
                        journal.append(click(reader * 1_000 + n)).join();
                    }
                    return null;
                });
            }
            List<Future<Void>> all = readers.stream().map(threads::submit).toList();
            while (!all.stream().allMatch(Future::isDone)) {
                shipping.ship();
            }
            for (Future<Void> each : all) {
                each.get();
            }
            shipping.ship();
            assertThat(shipping.ship()).isZero();
            assertThat(journal.segments()).hasSizeLessThan(3);
        }
        assertThat(number("select count(*) from link_click")).isEqualTo(2_400);
        assertThat(number("select count(distinct at) from link_click")).isEqualTo(2_400);
        assertThat(number("select sum(clicks) from link_day")).isEqualTo(2_400);
    }

    @Test
    void whatAKilledRunLeftIsBroughtByTheNextAndOnce() throws IOException {
        Journal<ClickRecord> killed = Journal.open(folder, new ClickForm(), 1 << 20);
        for (int n = 0; n < 10; n++) {
            killed.append(click(n)).join();
        }
        shipping(killed).ship();
        for (int n = 10; n < 15; n++) {
            killed.append(click(n)).join();
        }
        Path file = killed.file(killed.durable().segment());
        Files.write(file, new byte[] {0, 0, 0, 30, 1, 2, 3}, StandardOpenOption.APPEND);
        try (Journal<ClickRecord> next = Journal.open(folder, new ClickForm(), 1 << 20)) {
            assertThat(shipping(next).ship()).isEqualTo(5);
            assertThat(shipping(next).ship()).isZero();
            assertThat(next.segments()).containsExactly(next.durable().segment());
        }
        assertThat(Files.exists(folder.resolve("1.torn"))).isTrue();
        assertThat(number("select count(*) from link_click")).isEqualTo(15);
        killed.close();
    }

    /// The database stored a chunk, and the file was there again: nothing is counted twice.
    @Test
    void aFileThatComesBackIsNotCountedAgain() throws IOException {
        Journal<ClickRecord> journal = Journal.open(folder, new ClickForm(), 1 << 20);
        journal.append(click(1)).join();
        Path file = journal.file(journal.durable().segment());
        byte[] before = Files.readAllBytes(file);
        shipping(journal).ship();
        journal.close();
        Files.write(file, before);
        try (Journal<ClickRecord> next = Journal.open(folder, new ClickForm(), 1 << 20)) {
            assertThat(shipping(next).ship()).isZero();
        }
        assertThat(number("select count(*) from link_click")).isEqualTo(1);
    }

    private Shipping<ClickRecord> shipping(Journal<ClickRecord> journal) {
        return new Shipping<>(
                journal,
                world.worker(),
                (handle, clicks) -> new ClickBatch(world.ids().next(), clicks).store(handle),
                1_000);
    }

    private static ClickRecord click(int n) {
        Instant at = World.START.plusMillis(n);
        return new ClickRecord(LINK, at, Visit.of(false, BROWSER, null, "https://www.news.example/x", "10.0.0." + n));
    }

    private long number(String sql) {
        return world.worker()
                .withHandle(handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }
}
