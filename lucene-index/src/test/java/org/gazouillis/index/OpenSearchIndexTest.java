package org.gazouillis.index;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gazouillis.index.IndexState.Origin;
import org.gazouillis.index.document.Fields;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gazouillis.index.TestStatuses.find;
import static org.gazouillis.index.TestStatuses.put;
import static org.gazouillis.index.TestStatuses.status;

class OpenSearchIndexTest extends StatusIndexContract {

    private static OpenSearchSettings place(String name) {
        return new OpenSearchSettings(List.of(OpenSearchNode.address()), "", "", name, 2, 0);
    }

    @Override
    StatusIndex open(String name, Duration timeLimit) {
        return StatusIndex.connect(place(name), new IndexSettings(16, timeLimit));
    }

    @Override
    Disk smallDisk() {
        return new BlockedDisk();
    }

    /// A cluster forbids to write when a disk of its is nearly full. Here we do it, by the same block.
    private static final class BlockedDisk implements Disk {

        @Override
        public StatusIndex open() {
            return StatusIndex.connect(place("full"), TestStatuses.PATIENT);
        }

        @Override
        public int overflows() {
            return 10;
        }

        @Override
        public void fill() throws Exception {
            block("true");
        }

        @Override
        public void free() throws Exception {
            block("null");
        }

        private static void block(String how) throws Exception {
            assertThat(send("PUT", "/full/_settings", "{\"index.blocks.read_only_allow_delete\": " + how + "}")
                            .statusCode())
                    .isEqualTo(200);
        }

        @Override
        public void close() {
            // It goes with the node.
        }
    }

    @Test
    void aFullDiskIsNamedAndWaitedFor() throws Exception {
        Disk disk = smallDisk();
        try (StatusIndex index = disk.open()) {
            disk.fill();
            assertThatThrownBy(() -> put(index, status(1, "un"))).hasMessageContaining("lets nobody write");
            assertThatThrownBy(() -> index.commit(new Position(1, 1))).hasMessageContaining("lets nobody write");
            assertThatThrownBy(index::resume).hasMessageContaining("lets nobody write");
            disk.free();
            put(index, status(1, "un"));
            assertThat(find(index, "un")).containsExactly(1L);
            index.clear();
        }
    }

    @Test
    void aClusterThatIsTooFullForAnotherIndexIsNamed() throws Exception {
        blockCreation("true");
        try {
            assertThatThrownBy(() -> open("another"))
                    .hasMessageContaining("lets nobody write: blocked by: [FORBIDDEN/10/cluster create-index blocked");
        } finally {
            blockCreation("null");
        }
    }

    /// A cluster does so itself when the disks of all its nodes are nearly full.
    private static void blockCreation(String how) throws Exception {
        assertThat(send("PUT", "/_cluster/settings", "{\"persistent\": {\"cluster.blocks.create_index\": " + how + "}}")
                        .statusCode())
                .isEqualTo(200);
    }

    /// Without deletions: Lucene reckons with what was deleted until it merges, each engine at its own time.
    @Test
    void itsOrdersAreThoseOfTheEmbeddedEngine(@TempDir Path folder) {
        var random = new RandomStatuses(5);
        List<StatusDocument> documents = new ArrayList<>();
        for (long id = 1; id <= 1_500; id++) {
            documents.add(random.status(id));
        }
        try (StatusIndex here = StatusIndex.open(folder, TestStatuses.PATIENT);
                StatusIndex there = open("orders")) {
            for (StatusIndex index : List.of(here, there)) {
                index.count(Map.of(7L, new Counts(300, 2, 1), 1_000L, new Counts(5, 0, 0)));
                index.put(documents);
                index.makeVisible();
            }
            for (SearchScope scope : RandomStatuses.SCOPES.subList(0, 2)) {
                for (String query : List.of(
                        "",
                        "word1",
                        "word3 word2 OR #tag4",
                        "\"word0 word1\"",
                        "word0 NEAR/1 word5",
                        "wor*",
                        "word2 since:2026-03-25",
                        "word2 OR site1.fr -lang:en",
                        "(word1 since:2026-03-25) lang:fr OR word7")) {
                    for (Sort sort : Sort.values()) {
                        assertThat(pages(there, query, scope, sort))
                                .as("%s by %s in %s", query, sort, scope)
                                .isEqualTo(pages(here, query, scope, sort));
                    }
                }
            }
        }
    }

    private static List<Long> pages(StatusIndex index, String query, SearchScope scope, Sort sort) {
        List<Long> ids = new ArrayList<>();
        String cursor = null;
        for (int page = 0; page < 3; page++) {
            var found = index.search(new SearchRequest(query, scope, sort, 60, cursor, TestStatuses.VISITOR));
            ids.addAll(TestStatuses.ids(found));
            cursor = found.next();
            if (cursor == null) {
                break;
            }
        }
        return ids;
    }

    @Test
    void anotherProcessFindsWhatTheFirstHasFed() {
        try (StatusIndex feeder = open("shared");
                StatusIndex reader = open("shared")) {
            put(feeder, status(1, "un").liked(3), status(2, "deux"));
            feeder.commit(new Position(4, 2));
            assertThat(find(reader, "min_likes:3")).containsExactly(1L);
            assertThat(reader.committedPosition()).contains(new Position(4, 2));
            assertThat(reader.state().origin()).isEqualTo(Origin.CONTINUED);
            feeder.clear();
            assertThat(find(reader, "")).isEmpty();
        }
    }

    @Test
    void anIndexWithOtherFieldsGivesWayToAnEmptyOne() throws Exception {
        send("PUT", "/older-v1-0000007", "{\"aliases\": {\"older\": {}}}");
        try (StatusIndex index = open("older")) {
            assertThat(index.state().origin()).isEqualTo(Origin.EMPTY);
            put(index, status(1, "un"));
            assertThat(find(index, "un")).containsExactly(1L);
        }
        assertThat(send("GET", "/older-v1-0000007", "").statusCode()).isEqualTo(404);
        assertThat(send("GET", "/older-v" + Fields.CLUSTER_LAYOUT + "-0000008", "")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void anIndexThatWasDeletedIsNoticedAndBuiltAnew() throws Exception {
        try (StatusIndex index = open("deleted")) {
            put(index, status(1, "un"));
            send("DELETE", "/deleted-v" + Fields.CLUSTER_LAYOUT + "-0000001", "");
            assertThat(index.isAlive()).isFalse();
            assertThatThrownBy(() -> find(index, "un"))
                    .isInstanceOfSatisfying(
                            IndexUnusable.class,
                            gone -> assertThat(gone.isLost()).isTrue());
            assertThatThrownBy(() -> put(index, status(1, "un")))
                    .isInstanceOfSatisfying(
                            IndexUnusable.class,
                            gone -> assertThat(gone.isLost()).isTrue());
            try (StatusIndex.Rebuild next = index.startRebuild()) {
                index.count(Map.of(1L, new Counts(3, 0, 0)));
                index.see(Map.of(1L, 70));
                next.put(List.of(status(1, "un").document()));
                next.switchTo(new Position(1, 1));
            }
            assertThat(find(index, "un min_likes:3")).containsExactly(1L);
            assertThat(index.counts(1L)).isEqualTo(new Counts(3, 0, 0));
        }
    }

    @Test
    void aClusterThatDoesNotAnswerHasLostNothing() {
        var nowhere = new OpenSearchSettings(List.of(URI.create("http://127.0.0.1:1")), "", "", "x", 1, 0);
        assertThatThrownBy(() -> StatusIndex.connect(nowhere, TestStatuses.PATIENT))
                .hasMessageContaining("x of [http://127.0.0.1:1] cannot be reached")
                .isInstanceOfSatisfying(
                        IndexUnusable.class,
                        silent -> assertThat(silent.isLost()).isFalse());
    }

    private static HttpResponse<String> send(String method, String path, String body)
            throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(OpenSearchNode.address().resolve(path))
                            .header("Content-Type", "application/json")
                            .method(method, HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
