package org.gazouillis.report;

import java.util.List;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.listen.FoundColumn;
import org.gazouillis.listen.SearchOrder;
import org.gazouillis.listen.SearchQuestion;
import org.gazouillis.reports.Column;
import org.gazouillis.reports.ReportFormat;
import org.jspecify.annotations.Nullable;

/// All that a search finds.
///
/// @param query   in the language of `docs/search.md`
/// @param brand   the one brand whose statuses are wanted; null for everybody's
/// @param columns in the order of the file, at least one
public record FoundWish(
        String query, @Nullable BrandId brand, SearchOrder order, List<FoundColumn> columns, ReportFormat format)
        implements ExportWish {
    public FoundWish {
        columns = List.copyOf(columns);
    }

    @Override
    public List<Column> fileColumns() {
        return FoundColumn.columns(columns);
    }

    /// Its first page.
    public SearchQuestion question() {
        return new SearchQuestion(
                query, brand == null ? null : brand.toString(), order, SearchQuestion.MAX_LIMIT, null);
    }
}
