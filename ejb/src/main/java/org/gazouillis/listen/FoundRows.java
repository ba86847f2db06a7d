package org.gazouillis.listen;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.gazouillis.kernel.PublicAddress;
import org.gazouillis.reports.RowSink;
import org.jspecify.annotations.Nullable;

/// What a search finds, as rows of a file: read page by page, from its beginning or from the place where an
/// earlier reading stopped. Of a member, who asks for each page.
public final class FoundRows {
    /// No cursor is so short.
    private static final String END = "end";

    private final StatusSearch search;
    private final List<FoundColumn> columns;
    private final PublicAddress address;
    private SearchQuestion question;
    private @Nullable SearchAnswer read;
    private boolean over;

    private FoundRows(StatusSearch search, SearchQuestion question, List<FoundColumn> columns, PublicAddress address) {
        this.search = search;
        this.question = question;
        this.columns = columns;
        this.address = address;
    }

    /// Reads the first page, so that what is wrong with the question is said before the first row.
    ///
    /// @param place of the first row; empty for the very first
    /// @throws SearchNotWhole while the index is being built
    static FoundRows begin(
            String place,
            StatusSearch search,
            SearchQuestion question,
            List<FoundColumn> columns,
            PublicAddress address) {
        var rows = new FoundRows(search, place.isEmpty() ? question : question.from(place), columns, address);
        rows.over = place.equals(END);
        rows.read = rows.over ? null : rows.page();
        return rows;
    }

    private SearchAnswer page() {
        SearchAnswer page = search.search(question);
        if (page.partial() != null) {
            throw new SearchNotWhole();
        }
        return page;
    }

    /// Pours whole pages until there were so many rows; fewer only at the end.
    ///
    /// @return how many there were
    /// @throws SearchNotWhole while the index is being built
    public long pour(long least, RowSink sink) throws IOException {
        long rows = 0;
        while (rows < least && !over) {
            SearchAnswer page = Optional.ofNullable(read).orElseGet(this::page);
            for (FoundStatus found : page.items()) {
                sink.row(columns.stream()
                        .map(column -> column.cell(found, address))
                        .toArray());
            }
            rows += page.items().size();
            read = null;
            turn(page.next());
        }
        return rows;
    }

    private void turn(@Nullable String next) {
        if (next == null) {
            over = true;
        } else {
            question = question.from(next);
        }
    }

    /// Where the next row stands.
    public String place() {
        return over ? END : Objects.requireNonNullElse(question.cursor(), "");
    }
}
