package org.gazouillis.index.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import org.gazouillis.index.IndexFiles;
import org.gazouillis.index.document.Fields;
import org.jspecify.annotations.Nullable;

/// How large the index is and how it lies. Its size is asked for once in a second at most, for every search shows it.
final class Sizes {

    private static final long FRESH = Duration.ofSeconds(1).toNanos();

    private final Cluster cluster;
    private final String index;
    private volatile @Nullable Read last;

    Sizes(Cluster cluster, String index) {
        this.cluster = cluster;
        this.index = index;
    }

    Size now() {
        Read known = last;
        if (known == null || System.nanoTime() - known.at > FRESH) {
            known = new Read(new Size(count(), bytes()), System.nanoTime());
            last = known;
        }
        return known.size;
    }

    void forget() {
        last = null;
    }

    long count() {
        return cluster.ask("GET", "/" + index + "/_count", null).path("count").asLong();
    }

    private long bytes() {
        return cluster.ask("GET", "/" + index + "/_stats/store", null)
                .path("_all")
                .path("total")
                .path("store")
                .path("size_in_bytes")
                .asLong();
    }

    /// @param committedAt as the index's own position says it
    IndexFiles files(@Nullable Instant committedAt) {
        JsonNode primaries = cluster.ask("GET", "/" + index + "/_stats/segments,docs,merge", null)
                .path("_all")
                .path("primaries");
        return new IndexFiles(
                Fields.LAYOUT,
                primaries.path("segments").path("count").asInt(),
                primaries.path("docs").path("deleted").asLong(),
                primaries.path("merges").path("current").asInt(),
                committedAt);
    }

    /// @param bytes on disk, replicas included
    record Size(long documents, long bytes) {}

    private record Read(Size size, long at) {}
}
