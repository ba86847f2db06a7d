package org.gazouillis.web.report;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.gazouillis.report.MailPeriod;
import org.gazouillis.report.MailRhythm;
import org.gazouillis.report.MailRhythm.Every;
import org.gazouillis.report.MailingPlan;
import org.gazouillis.report.ReportFile;
import org.gazouillis.schedule.PublishTime;
import org.jspecify.annotations.Nullable;

/// When a report shall go out by mail, what of it, and to whom; or what is to change in that.
///
/// @param every      `day`, `week` or `month`; `week` when left out
/// @param on         `monday` to `sunday`, `1` to `28`, or `last`; `monday` or `1` when left out
/// @param at         time of day in the zone, `08:00` when left out
/// @param zone       an IANA name; the brand's when left out
/// @param period     `day`, `week`, `month`, `7d`, `28d` or `30d`; when left out, as often as it goes out
/// @param formats    of `pdf`, `xlsx`, `csv`; the PDF when left out
/// @param recipients 1 to 20 e-mail addresses
/// @param active     whether it goes out; true when left out
public record ReportMailingWishJson(
        @Nullable String every,
        @Nullable String on,
        @Nullable String at,
        @Nullable String zone,
        @Nullable String period,
        @Nullable List<String> formats,
        @Nullable List<String> recipients,
        @Nullable Boolean active) {
    MailingPlan plan(ZoneId usual) {
        Every often = every == null ? Every.WEEK : Every.named(every);
        return new MailingPlan(
                new MailRhythm(
                        often,
                        Objects.requireNonNullElse(on, usualDay(often)),
                        at == null ? LocalTime.of(8, 0) : MailRhythm.time(at)),
                zone == null ? usual : PublishTime.zone(zone),
                MailPeriod.named(Objects.requireNonNullElse(period, often.key())),
                formats == null ? List.of(ReportFile.PDF) : files(formats),
                Objects.requireNonNullElse(recipients, List.of()),
                active == null || active);
    }

    /// What is missing stays as it is; with another rhythm, its day is that rhythm's usual one.
    MailingPlan over(MailingPlan now) {
        MailRhythm before = now.rhythm();
        Every often = every == null ? before.every() : Every.named(every);
        String day = often == before.every() ? before.on() : usualDay(often);
        return new MailingPlan(
                new MailRhythm(
                        often, Objects.requireNonNullElse(on, day), at == null ? before.at() : MailRhythm.time(at)),
                zone == null ? now.zone() : PublishTime.zone(zone),
                period == null ? now.period() : MailPeriod.named(period),
                formats == null ? now.formats() : files(formats),
                Objects.requireNonNullElse(recipients, now.recipients()),
                active == null ? now.active() : active);
    }

    private static String usualDay(Every often) {
        return switch (often) {
            case DAY -> "";
            case WEEK -> "monday";
            case MONTH -> "1";
        };
    }

    private static List<ReportFile> files(List<String> keys) {
        return keys.stream().map(ReportFile::named).toList();
    }
}
