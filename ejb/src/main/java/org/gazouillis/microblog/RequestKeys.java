package org.gazouillis.microblog;

import java.time.Instant;
import java.util.Arrays;
import org.gazouillis.kernel.StatusId;
import org.gazouillis.tenancy.MemberScope;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// What a client's `Idempotency-Key` has made so far. Two requests with one key at the same time wait for each other
/// on the key's row.
record RequestKeys(Handle handle, MemberScope member) {
    /// The status that this key made before; null when the key is now taken for `id`.
    @Nullable
    StatusId claim(String key, byte[] fingerprint, StatusId id, Instant now) {
        int taken = handle.createUpdate("""
                        insert into idempotency_key (workspace_id, member_id, key, request_hash, subject, created_at)
                        values (:workspace, :member, :key, :hash, :subject, :now) on conflict do nothing
                        """)
                .bind("workspace", member.workspace())
                .bind("member", member.member())
                .bind("key", stored(key))
                .bind("hash", fingerprint)
                .bind("subject", id)
                .bind("now", now)
                .execute();
        return taken == 1 ? null : madeBefore(key, fingerprint);
    }

    private StatusId madeBefore(String key, byte[] fingerprint) {
        return handle.createQuery("""
                        select request_hash, subject from idempotency_key
                        where workspace_id = :workspace and member_id = :member and key = :key
                        """)
                .bind("workspace", member.workspace())
                .bind("member", member.member())
                .bind("key", stored(key))
                .map((row, context) -> {
                    if (!Arrays.equals(row.getBytes(1), fingerprint)) {
                        throw new RequestKeyReused(key);
                    }
                    return new StatusId(row.getLong(2));
                })
                .one();
    }

    /// The table serves several APIs of the house; a key means something only within one.
    private static String stored(String key) {
        return "v1/statuses:" + key;
    }
}
