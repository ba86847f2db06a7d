package org.gazouillis.web.intake;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gazouillis.intake.BulkRow;
import org.jspecify.annotations.Nullable;

/// One row of a file of posts.
///
/// @param row      its number, from 1
/// @param line     line of the file on which it begins
/// @param verdict  `RIGHT`, `WRONG` or `PLANNED`
/// @param cells    by header name
/// @param text     what will be said
/// @param dueAt    when; left out when it cannot be told
/// @param local    the same on the wall clock of `zone`
/// @param accounts `network:handle` of each account
/// @param post     id of the post that it became
public record BulkRowJson(
        int row,
        int line,
        String verdict,
        Map<String, String> cells,
        List<BulkFaultJson> faults,
        @Nullable String text,
        @Nullable Instant dueAt,
        @Nullable LocalDateTime local,
        @Nullable String zone,
        List<String> accounts,
        @Nullable String campaign,
        @Nullable String post) {
    static BulkRowJson of(BulkRow row, List<String> columns) {
        var cells = new LinkedHashMap<String, String>();
        for (int i = 0; i < columns.size() && i < row.cells().size(); i++) {
            cells.put(columns.get(i), row.cells().get(i));
        }
        return new BulkRowJson(
                row.row(),
                row.line(),
                row.verdict().name(),
                cells,
                row.faults().stream().map(BulkFaultJson::of).toList(),
                row.text(),
                row.dueAt(),
                row.localAt(),
                row.zone(),
                row.accounts(),
                row.campaign(),
                row.post() == null ? null : row.post().toString());
    }
}
