package org.gazouillis.engage;

import java.time.Instant;
import org.gazouillis.tenancy.CopyInto;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Rows on their way into `engagement` by `COPY`: the database stores the first while the next are decided. Nothing in
/// them needs to be escaped. What is not [#end]ed is not stored.
final class EngagementRows implements AutoCloseable {
    private static final long MICROS = 1_000_000;
    private static final int PART = 1 << 15;

    private final Handle handle;
    private final StringBuilder rows = new StringBuilder(PART + 200);
    private @Nullable CopyInto copy;
    /// Most happened in the same second as the one before.
    private long second = Long.MIN_VALUE;
    private String spelt = "";

    EngagementRows(Handle handle) {
        this.handle = handle;
    }

    /// @param at in microseconds since the epoch
    void add(StatusHome home, String kind, Person by, long at) {
        rows.append(home.columns()).append('\t').append(kind).append('\t').append(by.number());
        rows.append(by.anonymous() ? "\tt\t" : "\tf\t");
        time(at);
        rows.append('\n');
        if (rows.length() >= PART) {
            send();
        }
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

    /// Once the first part is sent, the handle takes nothing else until the end.
    private void send() {
        CopyInto open = copy;
        if (open == null) {
            open = CopyInto.begin(
                    handle,
                    "engagement (workspace_id, brand_id, profile_id, status_id, post_id, campaign_id, kind, person_no,"
                            + " anonymous, at)");
            copy = open;
        }
        open.send(rows);
        rows.setLength(0);
    }

    void end() {
        if (!rows.isEmpty()) {
            send();
        }
        if (copy != null) {
            copy.end();
        }
    }

    @Override
    public void close() {
        if (copy != null) {
            copy.close();
        }
    }
}
