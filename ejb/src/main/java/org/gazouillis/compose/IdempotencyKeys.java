package org.gazouillis.compose;

import java.util.Arrays;
import java.util.Optional;
import org.gazouillis.kernel.PostId;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.tenancy.Sql;
import org.jdbi.v3.core.Handle;

/// Remembers which key made which post, in the transaction that makes it. Of two requests with one key at the same
/// moment the second waits in the database until the first has committed, and then finds its post.
final class IdempotencyKeys {
    private static final int LONGEST = 200;

    private IdempotencyKeys() {}

    /// Takes the key for `fresh`, or gives the post that it made before.
    ///
    /// @throws IdempotencyKeyReused when it stood for another request
    static Optional<PostId> take(Handle handle, MemberScope member, String key, byte[] request, PostId fresh) {
        if (key.isBlank() || key.length() > LONGEST) {
            throw new IdempotencyKeyNotUsable(LONGEST);
        }
        int taken = handle.createUpdate("""
                        insert into idempotency_key (workspace_id, member_id, key, request_hash, subject, created_at)
                        values (:workspace, :member, :key, :request, :fresh, now()) on conflict do nothing
                        """)
                .bind("workspace", member.workspace())
                .bind("member", member.member())
                .bind("key", key)
                .bind("request", request)
                .bind("fresh", fresh)
                .execute();
        return taken == 1 ? Optional.empty() : Optional.of(earlier(handle, member, key, request));
    }

    private static PostId earlier(Handle handle, MemberScope member, String key, byte[] request) {
        Taken taken = handle.createQuery("""
                        select request_hash, subject from idempotency_key
                        where workspace_id = :workspace and member_id = :member and key = :key
                        """)
                .bind("workspace", member.workspace())
                .bind("member", member.member())
                .bind("key", key)
                .map(Sql.row(Taken.class))
                .one();
        if (!Arrays.equals(taken.requestHash(), request)) {
            throw new IdempotencyKeyReused(key);
        }
        return taken.subject();
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Taken(byte[] requestHash, PostId subject) {}
}
