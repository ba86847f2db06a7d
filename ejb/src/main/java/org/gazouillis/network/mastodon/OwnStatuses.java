package org.gazouillis.network.mastodon;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.gazouillis.network.Dispatch;
import org.gazouillis.network.Lookup;
import org.gazouillis.network.RemoteStatus;

/// Searches an account's own statuses, the newest first, for one that says what was sent; a few pages at most.
final class OwnStatuses {
    private static final int PAGES = 5;
    static final int PAGE = 40;
    /// The other server's clock may be a little behind ours.
    private static final Duration DRIFT = Duration.ofMinutes(2);

    private final Dispatch dispatch;
    private final Instant oldest;
    private final List<RemoteStatus> matches = new ArrayList<>();

    OwnStatuses(Dispatch dispatch) {
        this.dispatch = dispatch;
        oldest = dispatch.since().minus(DRIFT);
    }

    /// @param page gives the page for `&max_id=…`, or the first for an empty text
    Lookup search(Function<String, JsonArray> page) {
        String before = "";
        for (int read = 0; read < PAGES; read++) {
            JsonArray statuses = page.apply(before);
            if (statuses.isEmpty() || !look(statuses) || isFoundOnTheLast(statuses)) {
                return new Lookup(matches, true);
            }
            before = "&max_id=" + statuses.getJsonObject(statuses.size() - 1).getString("id");
        }
        return new Lookup(matches, false);
    }

    /// A short page is the last one on most servers; some leave out what the reader must not see, so that only an
    /// empty page proves that something is not there.
    private boolean isFoundOnTheLast(JsonArray statuses) {
        return !matches.isEmpty() && statuses.size() < PAGE;
    }

    /// Whether older ones may still be of interest.
    private boolean look(JsonArray statuses) {
        for (JsonObject each : statuses.getValuesAs(JsonObject.class)) {
            if (OffsetDateTime.parse(each.getString("created_at")).toInstant().isBefore(oldest)) {
                return false;
            }
            RemoteStatus status = MastodonConnector.status(each);
            boolean says = PlainText.same(each.getString("content"), dispatch.text());
            if (says && !dispatch.knownOthers().contains(status.id())) {
                matches.add(status);
            }
        }
        return true;
    }
}
