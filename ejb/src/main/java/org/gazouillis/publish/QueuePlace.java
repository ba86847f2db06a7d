package org.gazouillis.publish;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.gazouillis.kernel.MalformedId;
import org.gazouillis.kernel.PostId;
import org.jspecify.annotations.Nullable;

/// Where a page of the queue begins: at this time and, of the posts of that time, at this one.
///
/// @param due null for a draft without a time
public record QueuePlace(@Nullable Instant due, PostId post) {
    private static final char BETWEEN = '_';

    static QueuePlace of(PostSheet sheet) {
        return new QueuePlace(sheet.facts().dueAt(), sheet.id());
    }

    /// What [#toString] wrote; empty for anything else, so that a broken address shows the beginning.
    public static Optional<QueuePlace> parse(@Nullable String text) {
        int at = text == null ? -1 : text.indexOf(BETWEEN);
        if (text == null || at < 0) {
            return Optional.empty();
        }
        try {
            Instant due = at == 0 ? null : Instant.parse(text.substring(0, at));
            return Optional.of(new QueuePlace(due, PostId.parse(text.substring(at + 1))));
        } catch (DateTimeException | MalformedId broken) {
            return Optional.empty();
        }
    }

    /// For an address.
    @Override
    public String toString() {
        return (due == null ? "" : due.toString()) + BETWEEN + post;
    }
}
