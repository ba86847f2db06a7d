package org.gazouillis.web.report;

import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.gazouillis.kernel.TimeRange;
import org.gazouillis.report.EngagementWish;
import org.gazouillis.report.ExportJob;
import org.gazouillis.report.ExportState;
import org.gazouillis.report.FoundWish;
import org.gazouillis.web.dashboard.TimeText;
import org.gazouillis.web.i18n.Messages;

/// An export in the background as the page shows it.
///
/// @param address   where the page asks and orders
/// @param question  the period or the search that it answers
/// @param key       name of the state in the API
/// @param busy      whether it is still to be done
/// @param done      whether its file can be taken
/// @param cancelled whether it can be restored
/// @param share     how much of it is done, 0 to 1
/// @param progress  rows of rows, and how large the file is so far
/// @param outcome   one sentence: how it stands, and what can be done
/// @param sha256    of the file; empty while there is none
public record ExportJobView(
        String address,
        String file,
        String question,
        String key,
        boolean busy,
        boolean done,
        boolean cancelled,
        String state,
        String tone,
        double share,
        String progress,
        String outcome,
        String sha256,
        String asked) {
    private static final double MEGABYTE = 1_000_000;
    /// Below, one digit would say that there is nothing.
    private static final long SMALL = 100_000;

    static ExportJobView of(ExportJob job, Messages texts) {
        var times = new TimeText(texts.getLocale(), job.zone());
        var state = job.state().name().toLowerCase(Locale.ROOT);
        return new ExportJobView(
                ExportJson.address(job),
                job.fileName(),
                question(job, texts, times),
                job.state().name(),
                job.state().isOpen(),
                job.state() == ExportState.DONE,
                job.state() == ExportState.CANCELLED,
                texts.text("exports.state." + state),
                tone(job.state()),
                job.share(),
                progress(job, texts),
                outcome(job, state, texts, times),
                job.state() == ExportState.DONE ? String.valueOf(job.sha256()) : "",
                texts.text("exports.asked", times.moment(job.askedAt())));
    }

    private static String question(ExportJob job, Messages texts, TimeText times) {
        return switch (job.wish()) {
            case EngagementWish wish -> period(wish.published(), job.zone(), times);
            case FoundWish wish ->
                wish.query().isEmpty() ? texts.text("exports.everything") : texts.text("exports.search", wish.query());
        };
    }

    private static String period(TimeRange published, ZoneId zone, TimeText times) {
        return times.day(LocalDate.ofInstant(published.from(), zone)) + " – "
                + times.day(LocalDate.ofInstant(published.to().minusNanos(1), zone));
    }

    private static String tone(ExportState state) {
        return switch (state) {
            case QUEUED, RUNNING -> "info";
            case DONE -> "success";
            case FAILED -> "danger";
            case CANCELLED, EXPIRED -> "warning";
        };
    }

    private static String progress(ExportJob job, Messages texts) {
        var numbers = NumberFormat.getIntegerInstance(texts.getLocale());
        String rows = numbers.format(job.rows());
        return job.rowCount() == null
                ? texts.text("exports.progress.reading")
                : texts.text("exports.progress", rows, numbers.format(job.rowCount()), megabytes(job, texts));
    }

    private static String megabytes(ExportJob job, Messages texts) {
        var numbers = NumberFormat.getNumberInstance(texts.getLocale());
        int digits = job.bytes() < SMALL ? 3 : 1;
        numbers.setMinimumFractionDigits(digits);
        numbers.setMaximumFractionDigits(digits);
        return numbers.format(job.bytes() / MEGABYTE);
    }

    private static String outcome(ExportJob job, String state, Messages texts, TimeText times) {
        String until = job.expiresAt() == null ? "" : times.moment(job.expiresAt());
        return switch (job.state()) {
            case FAILED ->
                texts.text("exports.failure."
                        + String.valueOf(job.failure()).toLowerCase(Locale.ROOT).replace('_', '-'));
            case DONE ->
                texts.text(
                        "exports.outcome.done",
                        NumberFormat.getIntegerInstance(texts.getLocale()).format(job.rows()),
                        megabytes(job, texts),
                        until);
            case QUEUED, RUNNING, CANCELLED, EXPIRED -> texts.text("exports.outcome." + state, until);
        };
    }
}
