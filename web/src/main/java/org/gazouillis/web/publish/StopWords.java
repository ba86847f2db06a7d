package org.gazouillis.web.publish;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import org.gazouillis.publish.CrisisStop;
import org.gazouillis.web.i18n.LocalFormat;
import org.gazouillis.web.i18n.Messages;

/// A crisis stop in the reader's words.
final class StopWords {
    private StopWords() {}

    /// "@nord · campaign Spring · “gare”".
    static String scope(CrisisStop stop, Messages messages) {
        List<String> parts = new ArrayList<>();
        parts.add(stop.brand() == null ? messages.text("stop.scope.workspace") : "@" + stop.brand());
        if (stop.campaign() != null) {
            parts.add(messages.text("stop.scope.campaign", stop.campaign()));
        }
        if (stop.network() != null) {
            parts.add(messages.text("stop.scope.network", stop.network()));
        }
        if (stop.keyword() != null) {
            parts.add(messages.text("stop.scope.keyword", stop.keyword()));
        }
        return String.join(" · ", parts);
    }

    static String moment(Instant at, ZoneId zone, Messages messages) {
        return LocalFormat.dateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(messages.getLocale())
                .format(at.atZone(zone));
    }
}
