package org.gazouillis.report;

import java.util.List;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.reports.Column;
import org.gazouillis.reports.ReportFormat;
import org.jspecify.annotations.Nullable;

/// What an export in the background shall hold.
public sealed interface ExportWish permits EngagementWish, FoundWish {
    /// Whose figures or statuses it holds; null for those of every brand that its maker sees.
    @Nullable
    BrandId brand();

    /// Of the file.
    ReportFormat format();

    /// The columns of the file.
    List<Column> fileColumns();
}
