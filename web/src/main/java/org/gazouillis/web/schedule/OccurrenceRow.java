package org.gazouillis.web.schedule;

import java.util.Objects;
import org.gazouillis.schedule.Occurrence;
import org.gazouillis.schedule.PublishTime;
import org.gazouillis.web.i18n.Messages;

/// One occurrence as a page shows it.
///
/// @param local names it for the API
/// @param skipped why it does not happen, in words; empty when it does
/// @param byHand whether it was left out by a person, who may take that back
public record OccurrenceRow(
        String local, String at, String zone, String shown, String skipped, boolean byHand, String remark) {
    static OccurrenceRow of(Occurrence occurrence, Messages messages) {
        String reason = Objects.requireNonNullElse(occurrence.skipped(), "");
        return new OccurrenceRow(
                occurrence.local().toString(),
                occurrence.at().toString(),
                occurrence.due().zone().getId(),
                ClockText.of(occurrence.at(), occurrence.due().zone(), messages.getLocale()),
                reason.isEmpty() ? "" : messages.text("series.skipped." + reason.replace(' ', '-')),
                reason.equals("by hand"),
                Objects.requireNonNullElse(
                        TimeWords.of(new PublishTime(occurrence.due(), occurrence.remark()), messages), ""));
    }
}
