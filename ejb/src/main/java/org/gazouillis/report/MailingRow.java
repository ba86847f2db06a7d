package org.gazouillis.report;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.MemberId;
import org.gazouillis.kernel.ReportId;
import org.gazouillis.kernel.ReportMailingId;
import org.gazouillis.kernel.WorkspaceId;
import org.gazouillis.report.MailRhythm.Due;
import org.jspecify.annotations.Nullable;

/// A mailing as the database keeps it.
///
/// @param localAt its next time; null while it is switched off
/// @param version grows with each change by a person
record MailingRow(
        WorkspaceId workspaceId,
        ReportMailingId id,
        ReportId reportId,
        BrandId brandId,
        MemberId memberId,
        String setUpBy,
        MailRhythm.Every every,
        String onDay,
        LocalTime at,
        ZoneId zone,
        MailPeriod period,
        String[] formats,
        String[] recipients,
        boolean active,
        @Nullable LocalDateTime localAt,
        @Nullable Instant dueAt,
        ReportMailing.@Nullable Trouble trouble,
        int version) {
    static final String COLUMNS = """
            m.workspace_id, m.id, m.report_id, m.brand_id, m.member_id, p.name as set_up_by, m.every, m.on_day, m.at, m.zone,
            m.period, m.formats, m.recipients, m.active, m.local_at, m.due_at, m.trouble, m.version
            """;

    static String[] keys(List<ReportFile> formats) {
        return formats.stream().map(ReportFile::key).toArray(String[]::new);
    }

    static List<ReportFile> files(String[] keys) {
        return Arrays.stream(keys).map(ReportFile::named).toList();
    }

    MailRhythm rhythm() {
        return new MailRhythm(every, onDay, at);
    }

    MailingPlan plan() {
        return new MailingPlan(rhythm(), zone, period, files(formats), List.of(recipients), active);
    }

    /// Its next time as it stands; null while it is switched off.
    @Nullable
    Due due() {
        return localAt == null || dueAt == null ? null : new Due(localAt, dueAt);
    }

    ReportMailing mailing(Instant now) {
        List<Instant> next =
                active ? rhythm().next(now, zone, 3).stream().map(Due::at).toList() : List.of();
        return new ReportMailing(id, reportId, brandId, setUpBy, plan(), next, trouble);
    }
}
