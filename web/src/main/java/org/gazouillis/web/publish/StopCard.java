package org.gazouillis.web.publish;

import java.time.ZoneId;
import java.util.List;
import org.gazouillis.publish.CrisisStop;
import org.gazouillis.publish.LeftPost;
import org.gazouillis.publish.StopFigures;
import org.gazouillis.web.i18n.Messages;

/// A stop as its page shows it.
///
/// @param stopped how long it took from the press until nothing more left
/// @param mayRelease whether to offer the release
public record StopCard(
        String id,
        String scope,
        String since,
        String stopped,
        String reason,
        String released,
        StopFigures figures,
        List<Left> left,
        boolean mayRelease) {
    /// What went out shortly before.
    ///
    /// @param status id of its status on the built-in timeline; empty when it has none
    public record Left(String brand, String text, String lang, String at, String status) {}

    static StopCard of(CrisisStop stop, ZoneId zone, Messages messages) {
        return new StopCard(
                stop.id().toString(),
                StopWords.scope(stop, messages),
                messages.text("stop.since", StopWords.moment(stop.raisedAt(), zone, messages), stop.raisedBy()),
                messages.text("stop.took", stop.timeToStop().toMillis()),
                stop.reason(),
                stop.releasedAt() == null
                        ? ""
                        : messages.text(
                                "stop.released",
                                StopWords.moment(stop.releasedAt(), zone, messages),
                                stop.releasedBy() == null ? "" : stop.releasedBy()),
                new StopFigures(0, 0, 0, 0, 0),
                List.of(),
                false);
    }

    StopCard with(StopFigures counted, List<LeftPost> posts, ZoneId zone, Messages messages, boolean release) {
        List<Left> rows = posts.stream()
                .map(each -> new Left(
                        each.brand(),
                        each.text(),
                        each.lang(),
                        StopWords.moment(each.publishedAt(), zone, messages),
                        each.status() == null ? "" : each.status().toString()))
                .toList();
        return new StopCard(id, scope, since, stopped, reason, released, counted, rows, release);
    }
}
