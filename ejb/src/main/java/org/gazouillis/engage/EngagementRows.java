package org.gazouillis.engage;

import java.time.Instant;
import org.gazouillis.tenancy.CopyInto;
import org.jdbi.v3.core.Handle;

/// Rows on their way into `engagement` by `COPY`. Nothing in them needs to be escaped.
final class EngagementRows {
    private static final long MICROS = 1_000_000;

    private final StringBuilder rows = new StringBuilder();
    /// Most happened in the same second as the one before.
    private long second = Long.MIN_VALUE;
    private String spelt = "";

    /// @param at in microseconds since the epoch
    void add(StatusHome home, String kind, Person by, long at) {
        rows.append(home.columns()).append('\t').append(kind).append('\t').append(by.number());
        rows.append(by.anonymous() ? "\tt\t" : "\tf\t");
        time(at);
        rows.append('\n');
    }

    private void time(long at) {
        if (Math.floorDiv(at, MICROS) != second) {
            second = Math.floorDiv(at, MICROS);
            String whole = Instant.ofEpochSecond(second).toString();
            spelt = whole.substring(0, whole.length() - 1) + '.';
        }
        // With a leading one, so that its zeros are spelt.
        int start = rows.append(spelt).length();
        rows.append(MICROS + Math.floorMod(at, MICROS)).deleteCharAt(start).append('Z');
    }

    void store(Handle handle) {
        if (!rows.isEmpty()) {
            CopyInto.rows(
                    handle,
                    "engagement (workspace_id, brand_id, profile_id, status_id, post_id, campaign_id, kind, person_no,"
                            + " anonymous, at)",
                    rows);
        }
    }
}
