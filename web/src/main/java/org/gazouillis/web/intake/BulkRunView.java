package org.gazouillis.web.intake;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.gazouillis.intake.BulkRun;
import org.gazouillis.intake.BulkState;
import org.gazouillis.web.i18n.LocalFormat;
import org.gazouillis.web.i18n.Messages;

/// A file of posts as the page shows it.
///
/// @param busy    whether the server is at work on it
/// @param open    whether rows may be mended and planned
/// @param done    whether it can be taken back
/// @param draft   whether it can be thrown away
/// @param share   how much of it is planned, 0 to 1
/// @param outcome one sentence: what came of it
public record BulkRunView(
        String id,
        String file,
        boolean busy,
        boolean open,
        boolean done,
        boolean draft,
        String state,
        String tone,
        String format,
        int ready,
        int refused,
        int planned,
        double share,
        List<Count> counts,
        List<String> notes,
        String failure,
        String outcome,
        Instant at,
        String time) {
    public BulkRunView {
        counts = List.copyOf(counts);
        notes = List.copyOf(notes);
    }

    /// @param key  its name in the API
    /// @param show which rows it counts, as the page's address names them
    public record Count(String key, String show, String word, String number, boolean none) {}

    static BulkRunView of(BulkRun run, Messages texts, ZoneId zone) {
        BulkRun.Counts counts = run.counts();
        String state = run.state().name().toLowerCase(Locale.ROOT);
        return new BulkRunView(
                run.id().toString(),
                run.fileName(),
                run.state().isBusy(),
                run.state().isOpen(),
                run.state() == BulkState.DONE,
                run.state() == BulkState.READY || run.state() == BulkState.FAILED,
                texts.text("bulk.state." + state),
                tone(run.state()),
                run.format() == null
                        ? ""
                        : texts.text("bulk.format." + run.format().key()),
                counts.ready(),
                counts.refused(),
                counts.planned(),
                counts.rows() == 0 ? 0 : (double) counts.planned() / counts.rows(),
                List.of(
                        count("rows", "all", counts.rows(), texts),
                        count("refused", "wrong", counts.refused(), texts),
                        count("ready", "right", counts.ready(), texts),
                        count("warned", "warned", counts.warned(), texts),
                        count("planned", "planned", counts.planned(), texts)),
                run.notes(),
                Objects.requireNonNullElse(run.failure(), ""),
                texts.text(
                        "bulk.outcome." + state,
                        run.fileName(),
                        counts.ready(),
                        counts.refused(),
                        counts.planned(),
                        counts.cancelled()),
                run.startedAt(),
                time(run.startedAt(), texts.getLocale(), zone));
    }

    /// Where the page asks and orders.
    public String getAddress() {
        return "/api/desk/v1/bulk/" + id;
    }

    private static Count count(String key, String show, int number, Messages texts) {
        return new Count(
                key,
                show,
                texts.text("bulk.count." + key),
                NumberFormat.getIntegerInstance(texts.getLocale()).format(number),
                number == 0);
    }

    private static String tone(BulkState state) {
        return switch (state) {
            case READING, CHECKING, PLANNING, READY -> "info";
            case DONE -> "success";
            case UNDONE -> "warning";
            case FAILED -> "danger";
        };
    }

    private static String time(Instant at, Locale locale, ZoneId zone) {
        return LocalFormat.dateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale)
                .withZone(zone)
                .format(at);
    }
}
