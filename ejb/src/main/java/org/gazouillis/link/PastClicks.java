package org.gazouillis.link;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// Clicks of times gone by, written as the journal's are: counted by day and source, and announced, so that figures
/// follow as ever. For the demo and for figures brought from elsewhere; within the caller's transaction on the
/// worker's database.
public final class PastClicks {
    private PastClicks() {}

    /// A person's click.
    public record Click(long link, Instant at, Visit visit) {}

    /// @param batch an id of its own
    public static void bring(Handle handle, long batch, List<Click> clicks) {
        if (!clicks.isEmpty()) {
            List<ClickRecord> records = clicks.stream()
                    .map(click -> new ClickRecord(click.link(), click.at(), click.visit()))
                    .toList();
            new ClickBatch(batch, records).store(handle);
        }
    }
}
