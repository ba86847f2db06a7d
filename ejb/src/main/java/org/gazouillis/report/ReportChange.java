package org.gazouillis.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One cell that differs between two runs of a report with the same `asOf`: late data, a removed post, a new name.
/// That a later version of the definitions has more columns is no change of a post.
///
/// @param statusId    which post
/// @param publishedAt when it was published
/// @param text        what it says
/// @param column      key of the column; `post` when the whole post came or went
/// @param before      in the earlier run; null when it was missing or the post was not there
/// @param now         in the later run
public record ReportChange(
        String statusId,
        @Nullable Instant publishedAt,
        @Nullable String text,
        String column,
        @Nullable String before,
        @Nullable String now) {
    private static final String POST = "post";

    /// All cells that differ, in the order of the later run; posts that went come last.
    static List<ReportChange> between(FrozenRows earlier, FrozenRows later) {
        Map<String, @Nullable Object[]> was = new LinkedHashMap<>();
        earlier.rows().forEach(row -> was.put(id(row), row));
        var changes = new ArrayList<ReportChange>();
        for (@Nullable Object[] row : later.rows()) {
            @Nullable Object[] old = was.remove(id(row));
            if (old == null) {
                changes.add(of(row, POST, null, id(row)));
            } else {
                compare(old, row, changes);
            }
        }
        was.values().forEach(row -> changes.add(of(row, POST, id(row), null)));
        return changes;
    }

    private static void compare(@Nullable Object[] old, @Nullable Object[] row, List<ReportChange> changes) {
        int version = EngagementColumn.DEFINITION_VERSION.ordinal();
        boolean redefined = !Objects.equals(old[version], row[version]);
        for (int i = 0; i < row.length; i++) {
            boolean added = redefined && (i == version || old[i] == null);
            if (!added && !Objects.equals(old[i], row[i])) {
                changes.add(of(row, EngagementColumn.all().get(i).key(), spelt(old[i]), spelt(row[i])));
            }
        }
    }

    private static ReportChange of(
            @Nullable Object[] row, String column, @Nullable String before, @Nullable String now) {
        return new ReportChange(
                id(row),
                FrozenRows.instant(row, EngagementColumn.PUBLISHED_AT),
                FrozenRows.text(row, EngagementColumn.TEXT),
                column,
                before,
                now);
    }

    private static String id(@Nullable Object[] row) {
        return Objects.requireNonNull(FrozenRows.text(row, EngagementColumn.STATUS_ID), "status id");
    }

    private static @Nullable String spelt(@Nullable Object cell) {
        return cell == null ? null : cell.toString();
    }
}
