package org.gazouillis.web.publish;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.gazouillis.schedule.SlotTime;
import org.gazouillis.web.i18n.Messages;
import org.jspecify.annotations.Nullable;

/// One line of the queue: a post, or a free time of an account's queue.
///
/// @param post null for a free time
/// @param free null for a post
public record QueueLine(
        Optional<Instant> at,
        LocalDate day,
        @Nullable QueueRow post,
        @Nullable Free free) {
    static QueueLine of(QueueRow row) {
        LocalDate day = row.day();
        return new QueueLine(
                row.at().isEmpty() ? Optional.empty() : Optional.of(Instant.parse(row.at())),
                day == null ? LocalDate.EPOCH : day,
                row,
                null);
    }

    static QueueLine of(SlotTime time, String handle, ZoneId zone, Messages messages) {
        Instant at = time.due().at();
        return new QueueLine(
                Optional.of(at),
                at.atZone(zone).toLocalDate(),
                null,
                new Free(
                        at.toString(),
                        QueueRow.time(messages.getLocale()).format(at.atZone(zone)),
                        handle,
                        at.atZone(zone).toLocalDateTime().toString()));
    }

    /// A free time.
    ///
    /// @param local by the brand's clock, for the composer
    public record Free(String at, String clock, String handle, String local) {}
}
