package org.gazouillis.web.report;

import java.util.Objects;
import org.gazouillis.report.ReportBlock;
import org.jspecify.annotations.Nullable;

/// One block of a report.
///
/// @param kind `figures`, `chart`, `top-posts`, `table`, `text` or `page-break`
/// @param text what a `text` says; may hold `{{brand}}`, `{{period}}`, `{{posts}}`, `{{impressions}}`,
///     `{{engagements}}` and `{{rate}}`; left out for other kinds
public record ReportBlockJson(
        @Nullable String kind, @Nullable String text) {
    static ReportBlockJson of(ReportBlock block) {
        return new ReportBlockJson(block.kind().key(), block.text().isEmpty() ? null : block.text());
    }

    ReportBlock block() {
        return new ReportBlock(
                ReportBlock.Kind.named(Objects.requireNonNullElse(kind, "")), Objects.requireNonNullElse(text, ""));
    }
}
