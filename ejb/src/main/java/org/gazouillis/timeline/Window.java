package org.gazouillis.timeline;

import org.gazouillis.kernel.StatusId;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/// Which part of a timeline is read, by status id.
///
/// @param maxId only older ones than this
/// @param sinceId only newer ones than this, the newest first of all
/// @param minId only newer ones than this, the next ones upwards; the answer is newest first all the same
/// @param limit how many at most, cut to 1…[#MOST]
public record Window(
        @Nullable StatusId maxId,
        @Nullable StatusId sinceId,
        @Nullable StatusId minId,
        int limit) {
    public static final int MOST = 400;

    public Window {
        limit = Math.clamp(limit, 1, MOST);
    }

    public static Window newest(int limit) {
        return new Window(null, null, null, limit);
    }

    public static Window before(StatusId maxId, int limit) {
        return new Window(maxId, null, null, limit);
    }

    public static Window upwardsFrom(StatusId minId, int limit) {
        return new Window(null, null, minId, limit);
    }

    String direction() {
        return minId == null ? "desc" : "asc";
    }

    /// How an id stands to the farthest one that is read.
    String within() {
        return minId == null ? ">=" : "<=";
    }

    /// Where reading ends by itself.
    long farthest() {
        return minId == null ? 0 : Long.MAX_VALUE;
    }

    Query bind(Query query) {
        return query.bind("below", maxId == null ? Long.MAX_VALUE : maxId.value())
                .bind("above", Math.max(sinceId == null ? 0 : sinceId.value(), minId == null ? 0 : minId.value()))
                .bind("limit", limit);
    }
}
