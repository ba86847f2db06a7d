package org.gazouillis.listen;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.gazouillis.engage.Engagement;
import org.gazouillis.engage.EngagementLog;
import org.gazouillis.engage.Person;
import org.gazouillis.index.IndexSettings;
import org.gazouillis.index.IndexState;
import org.gazouillis.index.StatusIndex;
import org.gazouillis.kernel.StatusId;
import org.gazouillis.outbox.OutboxPruning;
import org.gazouillis.rollup.Rollup;
import org.gazouillis.testrig.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class StatusIndexerTest {
    @TempDir
    private Path folder;

    private Ground ground;

    @BeforeEach
    void build() {
        ground = new Ground(folder.resolve("index"));
    }

    @AfterEach
    void close() {
        ground.close();
    }

    @Test
    void aStatusIsFoundSoonAfterItWasPosted() {
        ground.start();
        long first = ground.post(World.NORD_PROFILE, "Une hirondelle");
        ground.eventually()
                .untilAsserted(
                        () -> assertThat(ground.found(null, "hirondelle")).containsExactly(first));
        long id = ground.post(World.NORD_PROFILE, "Le printemps arrive à Lille");
        ground.eventually()
                .atMost(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(ground.found(null, "printemps")).containsExactly(id));
    }

    @Test
    void aStatusThatSaysSomethingElseIsFoundByItsNewWordsAlone() {
        ground.start();
        long id = ground.post(World.NORD_PROFILE, "Une hirondelle");
        ground.eventually()
                .untilAsserted(
                        () -> assertThat(ground.found(null, "hirondelle")).containsExactly(id));
        ground.reword(id, "Un martinet");
        ground.eventually()
                .untilAsserted(() -> assertThat(ground.found(null, "martinet")).containsExactly(id));
        assertThat(ground.found(null, "hirondelle")).isEmpty();
    }

    @Test
    void itIsNotAskedWithinATransaction() {
        StatusIndexer indexer = ground.start();
        ground.eventually().until(ground::complete);
        assertThat(indexer.ask(StatusIndex::count)).contains(0L);
        assertThatThrownBy(() -> ground.world.as(World.ANNA, () -> indexer.ask(StatusIndex::count)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("The search index is asked within a transaction");
        assertThatThrownBy(() -> ground.world.inWorkerTransaction(indexer::state))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatWasSaidBeforeThereWasAnIndexIsFound() {
        long first = ground.post(World.NORD_PROFILE, "Le premier mot");
        long second = ground.post(World.RITA_PROFILE, "Encore un mot");
        ground.repost(World.ANNA_PROFILE, first);
        ground.start();
        ground.eventually()
                .untilAsserted(() -> assertThat(ground.found(null, "mot")).containsExactlyInAnyOrder(first, second));
        assertThat(ground.search(null, "").total()).isEqualTo(2);
    }

    @Test
    void theLanguageThatAFileDoesNotNameIsReadFromTheText() {
        ground.start();
        ground.bringIn(
                World.ANNA,
                World.NORD,
                List.of(
                        "Les élections commencent demain matin dans toute la ville",
                        "The elections start tomorrow morning all over the town",
                        "élections"));
        ground.eventually()
                .untilAsserted(
                        () -> assertThat(ground.search(World.ANNA, "elections").total())
                                .isEqualTo(3));
        assertThat(ground.search(World.ANNA, "lang:fr election").items())
                .extracting(FoundStatus::text)
                .containsExactly("Les élections commencent demain matin dans toute la ville");
        assertThat(ground.search(World.ANNA, "lang:en election").items())
                .extracting(FoundStatus::text)
                .containsExactly("The elections start tomorrow morning all over the town");
    }

    @Test
    void ofTheNodesThatShareAnIndexAnotherFeedsWhenOneStops() {
        ground.post(World.NORD_PROFILE, "Le premier mot");
        StatusIndexer first = node("first");
        ground.eventually().until(() -> first.isFeeding() && isComplete(first));
        StatusIndexer second = node("second");
        ground.eventually()
                .until(() -> second.state().filter(IndexState::partial).isPresent());
        assertThat(second.isFeeding()).isFalse();
        first.stop();
        ground.eventually().until(() -> second.isFeeding() && isComplete(second));
        assertThat(second.state().orElseThrow().documents()).isEqualTo(1);
        second.stop();
    }

    /// Each with a folder in place of the cluster, so that it can be told who wrote.
    private StatusIndexer node(String name) {
        StatusIndexer node = StatusIndexer.over(ground.world.worker());
        node.start(
                new IndexPlace("shared", () -> StatusIndex.open(folder.resolve(name), IndexSettings.standard()), true),
                Thread.ofPlatform().daemon().factory());
        return node;
    }

    private static boolean isComplete(StatusIndexer node) {
        return node.state().filter(state -> !state.partial()).isPresent();
    }

    @Test
    void aRemovedStatusIsNoLongerFound() {
        ground.start();
        long id = ground.post(World.NORD_PROFILE, "Une erreur");
        ground.eventually()
                .untilAsserted(() -> assertThat(ground.found(null, "erreur")).containsExactly(id));
        ground.remove(id);
        ground.eventually()
                .untilAsserted(
                        () -> assertThat(ground.search(null, "erreur").total()).isZero());
    }

    @Test
    void whatHappenedWhileTheServerWasDownIsCaughtUpFromWhereTheIndexStopped() {
        ground.start();
        long gone = ground.post(World.NORD_PROFILE, "Avant la panne");
        ground.eventually()
                .untilAsserted(() -> assertThat(ground.found(null, "panne")).containsExactly(gone));
        ground.stop();
        ground.remove(gone);
        long missed = ground.post(World.NORD_PROFILE, "Pendant la panne");
        ground.start();
        ground.eventually()
                .untilAsserted(() -> assertThat(ground.found(null, "panne")).containsExactly(missed));
        assertThat(ground.search(null, "panne").total()).isEqualTo(1);
    }

    @Test
    void aFolderDeletedUnderTheRunningServerIsBuiltAnew() {
        ground.start();
        long before = ground.post(World.NORD_PROFILE, "Un mot avant");
        ground.eventually()
                .untilAsserted(() -> assertThat(ground.found(null, "mot")).containsExactly(before));
        delete(ground.folder);
        long after = ground.post(World.NORD_PROFILE, "Un mot après");
        ground.eventually()
                .untilAsserted(() -> assertThat(ground.found(null, "mot")).containsExactlyInAnyOrder(before, after));
        ground.eventually().until(() -> ground.complete() && Files.isDirectory(ground.folder));
        ground.stop();
        assertThat(ground.found(null, "mot")).isNotNull();
        ground.eventually()
                .untilAsserted(() -> assertThat(ground.found(null, "mot")).containsExactlyInAnyOrder(before, after));
    }

    @Test
    void anIndexThatSleptLongerThanTheOutboxRemembersIsBuiltAnew() {
        ground.start();
        ground.eventually().until(ground::complete);
        ground.stop();
        long missed = ground.post(World.NORD_PROFILE, "Longtemps après");
        ground.world.clock().advance(Duration.ofDays(8));
        new OutboxPruning(ground.world.worker(), ground.world.clock()).run();
        assertThat(facts()).isZero();
        ground.start();
        ground.eventually()
                .untilAsserted(() -> assertThat(ground.found(null, "longtemps")).containsExactly(missed));
    }

    @Test
    void anImportedBatchIsFoundByThoseWhoMaySeeItsBrandOnly() {
        ground.start();
        ground.bringIn(World.ANNA, World.LUNE, List.of("Un café crème", "Deux cafés"));
        ground.eventually()
                .untilAsserted(() ->
                        assertThat(ground.found(World.ANNA, "cafe OR cafés")).hasSize(2));
        assertThat(ground.found(World.ANNA, "min_impressions:5000")).hasSize(2);
        assertThat(ground.found(World.ANNA, "min_impressions:5001")).isEmpty();
        assertThat(ground.found(World.MARC, "cafe OR cafés")).isEmpty();
        assertThat(ground.found(World.RITA, "cafe OR cafés")).isEmpty();
        assertThat(ground.found(null, "cafe OR cafés")).isEmpty();
    }

    @Test
    void howOftenAPostWasSeenIsFoundByItsOwnBrandAlone() {
        long seen = ground.post(World.NORD_PROFILE, "Un mot");
        ground.post(World.NORD_PROFILE, "Un mot");
        see(seen, 1, 2);
        ground.start();
        ground.eventually()
                .untilAsserted(() -> assertThat(ground.found(World.ANNA, "mot min_impressions:2"))
                        .containsExactly(seen));
        see(seen, 3);
        ground.eventually()
                .untilAsserted(() -> assertThat(ground.found(World.ANNA, "min_impressions:3"))
                        .containsExactly(seen));
        assertThat(ground.found(World.RITA, "min_impressions:1")).isEmpty();
        assertThat(ground.found(null, "min_impressions:1")).isEmpty();
        ground.stop();
        ground.start();
        ground.eventually()
                .untilAsserted(() -> assertThat(ground.found(World.ANNA, "min_impressions:3"))
                        .containsExactly(seen));
    }

    private void see(long status, int... people) {
        World world = ground.world;
        List<Engagement> views = Arrays.stream(people)
                .mapToObj(person -> (Engagement) new Engagement.View(
                        new StatusId(status),
                        new Person(person, false),
                        world.clock().instant()))
                .toList();
        world.worker().useTransaction(handle -> EngagementLog.append(handle, views));
        new Rollup(world.worker(), world.clock()).run();
    }

    @Test
    void whatPeopleDoWithAStatusMovesItUpAndDownAtOnce() {
        long first = ground.post(World.NORD_PROFILE, "Un mot");
        long second = ground.post(World.NORD_PROFILE, "Un mot");
        long third = ground.post(World.NORD_PROFILE, "Un mot");
        ground.start();
        ground.eventually()
                .untilAsserted(() -> assertThat(ground.engaged(null, "mot")).containsExactly(third, second, first));
        ground.like(first, 2);
        ground.eventually()
                .untilAsserted(() -> assertThat(ground.engaged(null, "mot")).containsExactly(first, third, second));
        ground.announceRepost(second);
        ground.announceReply(second);
        ground.like(second, 1);
        ground.eventually()
                .untilAsserted(() -> assertThat(ground.engaged(null, "mot")).containsExactly(second, first, third));
        ground.takeRepostBack(second);
        ground.unlike(second);
        ground.eventually()
                .untilAsserted(() -> assertThat(ground.engaged(null, "mot")).containsExactly(first, second, third));
    }

    @Test
    void countsAreThereAfterARestartAndWhatHappenedMeanwhileToo() {
        long first = ground.post(World.NORD_PROFILE, "Un mot");
        long second = ground.post(World.NORD_PROFILE, "Un mot");
        ground.start();
        ground.like(first, 3);
        ground.eventually()
                .untilAsserted(() -> assertThat(ground.engaged(null, "mot")).containsExactly(first, second));
        ground.stop();
        ground.start();
        ground.eventually()
                .untilAsserted(() -> assertThat(ground.engaged(null, "mot")).containsExactly(first, second));
        ground.stop();
        ground.like(second, 5);
        ground.start();
        ground.eventually()
                .untilAsserted(() -> assertThat(ground.engaged(null, "mot")).containsExactly(second, first));
    }

    @Test
    void theFiguresOfImportedStatusesCountBeforeAndAfterARestart() {
        long own = ground.post(World.NORD_PROFILE, "Un mot");
        ground.like(own, 2);
        ground.start();
        ground.bringIn(World.ANNA, World.LUNE, List.of("Un mot venu d’ailleurs"));
        ground.eventually()
                .untilAsserted(() ->
                        assertThat(ground.engaged(World.ANNA, "mot")).hasSize(2).endsWith(own));
        ground.stop();
        ground.start();
        ground.eventually()
                .untilAsserted(() ->
                        assertThat(ground.engaged(World.ANNA, "mot")).hasSize(2).endsWith(own));
    }

    private long facts() {
        return ground.world
                .worker()
                .withHandle(handle -> handle.createQuery("select count(*) from outbox")
                        .mapTo(Long.class)
                        .one());
    }

    private static void delete(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            paths.sorted(Comparator.reverseOrder())
                    .forEach(path -> path.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
