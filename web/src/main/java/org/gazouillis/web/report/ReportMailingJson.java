package org.gazouillis.web.report;

import java.time.Instant;
import java.util.List;
import org.gazouillis.report.ReportFile;
import org.gazouillis.report.ReportMailing;
import org.jspecify.annotations.Nullable;

/// A report that goes out by mail by itself.
///
/// @param every   `day`, `week` or `month`
/// @param on      `monday` to `sunday`, `1` to `28`, or `last`; empty for each day
/// @param at      time of day in the zone, `08:00`
/// @param period  `day`, `week`, `month`, `7d`, `28d` or `30d`: the whole days before
/// @param formats of `pdf`, `xlsx`, `csv`
/// @param setUpBy name of the member in whose name it goes out
/// @param next    the next three times; none while it is switched off
/// @param trouble why the last one did not go out: `maker`, `refused` or `broken`; left out when it did
public record ReportMailingJson(
        String id,
        String report,
        String every,
        String on,
        String at,
        String zone,
        String period,
        List<String> formats,
        List<String> recipients,
        boolean active,
        String setUpBy,
        List<Instant> next,
        @Nullable String trouble) {
    static ReportMailingJson of(ReportMailing mailing) {
        var plan = mailing.plan();
        return new ReportMailingJson(
                mailing.id().toString(),
                mailing.report().toString(),
                plan.rhythm().every().key(),
                plan.rhythm().on(),
                plan.rhythm().at().toString(),
                plan.zone().getId(),
                plan.period().key(),
                plan.formats().stream().map(ReportFile::key).toList(),
                plan.recipients(),
                plan.active(),
                mailing.setUpBy(),
                mailing.next(),
                mailing.trouble() == null ? null : mailing.trouble().key());
    }
}
