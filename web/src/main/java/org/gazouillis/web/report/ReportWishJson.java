package org.gazouillis.web.report;

import java.util.List;
import java.util.Objects;
import org.gazouillis.report.ReportPlan;
import org.gazouillis.report.ReportTemplate;
import org.jspecify.annotations.Nullable;

/// A report to be built, or what is to change in one.
///
/// @param template `weekly` or `campaign`: what it begins with; left out when blocks are given
/// @param name     at most 120 characters, may hold variables
/// @param language `en` or `fr`
/// @param columns  keys of the data files' columns, in their order; all when none is named
public record ReportWishJson(
        @Nullable String template,
        @Nullable String name,
        @Nullable String language,
        @Nullable List<ReportBlockJson> blocks,
        @Nullable List<String> columns) {
    ReportPlan plan() {
        return over(ReportTemplate.named(Objects.requireNonNullElse(template, "weekly"))
                .plan("fr".equals(language) ? "fr" : "en"));
    }

    /// What is missing stays as it is.
    ReportPlan over(ReportPlan now) {
        return new ReportPlan(
                Objects.requireNonNullElse(name, now.name()),
                Objects.requireNonNullElse(language, now.language()),
                blocks == null
                        ? now.blocks()
                        : blocks.stream().map(ReportBlockJson::block).toList(),
                Objects.requireNonNullElse(columns, now.columns()));
    }
}
