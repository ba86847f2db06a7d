package org.gazouillis.web.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.gazouillis.dashboard.Period;
import org.gazouillis.kernel.TimeRange;
import org.gazouillis.report.EngagementWish;
import org.gazouillis.reports.ReportFormat;
import org.gazouillis.tenancy.VisibleBrand;
import org.jspecify.annotations.Nullable;

/// A wish as programs and pages spell it, understood.
///
/// @param fileName of the file, such as `engagement_nord_2026-11-01_2026-11-30.csv`
record ExportQuestion(EngagementWish wish, String fileName) {
    static ExportQuestion of(
            VisibleBrand owner,
            @Nullable String from,
            @Nullable String to,
            String format,
            List<String> columns,
            EngagementFormat.Dialect dialect,
            Instant now) {
        EngagementFormat form = EngagementFormat.named(format);
        ReportFormat file = form.file(dialect);
        TimeRange published = Period.parseExactly(from, to, owner.zone(), now);
        return new ExportQuestion(
                new EngagementWish(owner.id(), published, columns, file), form.fileName(base(owner, published), file));
    }

    static ExportQuestion of(VisibleBrand owner, ExportWishJson body, Instant now) {
        return of(
                owner,
                body.from(),
                body.to(),
                Objects.requireNonNullElse(body.format(), "csv"),
                Objects.requireNonNullElse(body.columns(), List.of()),
                new EngagementFormat.Dialect(
                        Separator.named(Objects.requireNonNullElse(body.separator(), "comma")),
                        Boolean.TRUE.equals(body.bom()),
                        Boolean.TRUE.equals(body.gzip()),
                        Boolean.TRUE.equals(body.guard())),
                now);
    }

    /// `nordcafe_2026-11-01_2026-11-30`: the first and the last day, in the brand's zone.
    private static String base(VisibleBrand owner, TimeRange published) {
        ZoneId zone = owner.zone();
        return owner.handle() + "_" + LocalDate.ofInstant(published.from(), zone) + "_"
                + LocalDate.ofInstant(published.to().minusNanos(1), zone);
    }
}
