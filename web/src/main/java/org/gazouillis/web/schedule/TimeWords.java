package org.gazouillis.web.schedule;

import org.gazouillis.compose.Check;
import org.gazouillis.schedule.PublishTime;
import org.gazouillis.web.i18n.Messages;
import org.jspecify.annotations.Nullable;

/// What there is to say about a time that the clocks skip or show twice, in the reader's language.
public final class TimeWords {
    private TimeWords() {}

    /// Null for an ordinary time.
    public static @Nullable String of(PublishTime time, Messages messages) {
        return time.remark()
                .map(check -> messages.text(key(check), check.numbers().toArray()))
                .orElse(null);
    }

    private static String key(Check check) {
        return check.code() == Check.Code.GAP ? "compose.check.gap" : "compose.check.overlap";
    }
}
