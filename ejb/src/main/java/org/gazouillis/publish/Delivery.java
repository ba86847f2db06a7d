package org.gazouillis.publish;

import java.net.URI;
import java.time.Instant;
import org.gazouillis.kernel.AccountId;
import org.gazouillis.kernel.PostId;
import org.gazouillis.kernel.PublicationId;
import org.gazouillis.kernel.WorkspaceId;
import org.gazouillis.network.NetworkAccess;
import org.jspecify.annotations.Nullable;

/// A publication that this node holds, for as long as its `fence` is the newest: to be sent, or to be looked up.
///
/// @param attempt id of the open entry in the log of tries
/// @param sentAt when it was first sent without an answer
/// @param others ids that the network gave to other publications of the account lately
record Delivery(
        WorkspaceId workspaceId,
        PublicationId id,
        PostId postId,
        AccountId accountId,
        String network,
        Kind kind,
        long fence,
        long attempt,
        String text,
        String lang,
        int revision,
        Instant sentAt,
        int attempts,
        int unknowns,
        int absences,
        int looks,
        @Nullable String endpoint,
        @Nullable String remoteAccount,
        byte @Nullable [] sealed,
        String[] others) {
    enum Kind {
        SEND,
        LOOK
    }

    /// The same for the same words of the same post on the same account, however often it is sent.
    String key() {
        return postId + ":" + accountId + ":" + revision;
    }

    NetworkAccess access(String secret) {
        if (endpoint == null || remoteAccount == null) {
            throw new IllegalStateException("Account " + accountId + " has no access");
        }
        return new NetworkAccess(accountId, URI.create(endpoint), secret, remoteAccount);
    }
}
