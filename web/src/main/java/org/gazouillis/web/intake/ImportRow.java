package org.gazouillis.web.intake;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.gazouillis.intake.ImportRun;
import org.gazouillis.intake.ImportState;
import org.gazouillis.kernel.ImportId;
import org.gazouillis.web.i18n.LocalFormat;
import org.gazouillis.web.i18n.Messages;

/// An import as the page shows it: numbers and times in the reader's language, times in the brand's zone.
///
/// @param tone    class of the pill that bears the state
/// @param format  name of the format; empty until it is recognised
/// @param outcome one sentence: what came of it
/// @param failure why the file as a whole was not read; empty unless it was not
/// @param errors  address of the refused rows; empty when there are none
public record ImportRow(
        String id,
        String file,
        boolean running,
        String state,
        String tone,
        String format,
        String rows,
        String accepted,
        String rejected,
        String outcome,
        List<String> notes,
        String failure,
        String errors,
        Instant at,
        String time) {
    public ImportRow {
        notes = List.copyOf(notes);
    }

    static ImportRow of(ImportRun run, Messages texts, Locale locale, ZoneId zone) {
        String state = run.state().name().toLowerCase(Locale.ROOT);
        return new ImportRow(
                run.id().toString(),
                run.fileName(),
                run.state() == ImportState.RUNNING,
                texts.text("import.state." + state),
                tone(run.state()),
                run.format() == null ? "" : texts.text("import.format." + run.format()),
                number(run.rows(), locale),
                number(run.accepted(), locale),
                number(run.rejected(), locale),
                texts.text("import.outcome." + state, run.fileName(), run.accepted(), run.rejected()),
                run.notes(),
                Objects.requireNonNullElse(run.failure(), ""),
                run.rejected() == 0 ? "" : ImportAddress.errors(run.id()),
                run.startedAt(),
                time(run.startedAt(), locale, zone));
    }

    /// Where the page asks how far it is.
    public String getAddress() {
        return ImportAddress.of(ImportId.parse(id));
    }

    private static String tone(ImportState state) {
        return switch (state) {
            case RUNNING -> "info";
            case DONE -> "success";
            case FAILED -> "danger";
        };
    }

    private static String number(long count, Locale locale) {
        return NumberFormat.getIntegerInstance(locale).format(count);
    }

    private static String time(Instant at, Locale locale, ZoneId zone) {
        return LocalFormat.dateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale)
                .withZone(zone)
                .format(at);
    }
}
