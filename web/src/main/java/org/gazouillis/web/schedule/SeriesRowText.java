package org.gazouillis.web.schedule;

import java.util.List;
import org.gazouillis.schedule.SeriesSheet;
import org.gazouillis.web.i18n.Messages;

/// A series as the list shows it.
///
/// @param next when it goes out next, by the clock of its zone; empty when nothing is planned
public record SeriesRowText(
        String id,
        String name,
        String text,
        String lang,
        String rule,
        String state,
        String word,
        String pill,
        int coming,
        String nextAt,
        String next,
        String zone,
        List<OccurrenceRow> occurrences) {
    static SeriesRowText of(SeriesSheet sheet, List<OccurrenceRow> occurrences, Messages messages) {
        String state = sheet.state().name();
        return new SeriesRowText(
                sheet.id().toString(),
                sheet.name(),
                sheet.text(),
                sheet.lang(),
                sheet.rule(),
                state,
                messages.text("series.state." + state.toLowerCase(java.util.Locale.ROOT)),
                switch (sheet.state()) {
                    case ACTIVE -> "success";
                    case PAUSED -> "warning";
                    case ENDED -> "";
                },
                sheet.coming(),
                sheet.nextAt() == null ? "" : sheet.nextAt().toString(),
                sheet.nextAt() == null ? "" : ClockText.of(sheet.nextAt(), sheet.zone(), messages.getLocale()),
                sheet.zone().getId(),
                occurrences);
    }
}
