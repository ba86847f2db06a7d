package org.gazouillis.publish;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.gazouillis.compose.Attachment;
import org.gazouillis.compose.Supplement;
import org.gazouillis.compose.Wording;
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
/// @param text the words of the part at hand
/// @param part which part of its thread is at hand, of so many `steps`
/// @param partIds what the network called the parts that are there
/// @param mediaIds what the network called the images that were brought there, of which the first `mediaReady` can be
///     shown
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
        int part,
        int steps,
        @Nullable String attachments,
        @Nullable String parts,
        String[] partIds,
        String[] mediaIds,
        int mediaReady,
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
        String first = postId + ":" + accountId + ":" + revision;
        return part == 1 ? first : first + ":" + part;
    }

    /// Whether parts follow that are brought there by themselves.
    boolean hasNext() {
        return part < steps;
    }

    /// The images that stand with the part at hand: those of the post stand with its first.
    List<Attachment> images() {
        return part == 1 ? supplement().attachments() : List.of();
    }

    /// The texts that go along with this one.
    List<String> following() {
        return steps > 1 || part > 1
                ? List.of()
                : supplement().parts().stream().map(Wording::text).toList();
    }

    /// The last part that the network has and whose name we know.
    @Nullable
    String replyTo() {
        return part == 1 || partIds.length == 0 ? null : partIds[partIds.length - 1];
    }

    private Supplement supplement() {
        return Supplement.parse(attachments, parts, null, lang);
    }

    NetworkAccess access(String secret) {
        if (endpoint == null || remoteAccount == null) {
            throw new IllegalStateException("Account " + accountId + " has no access");
        }
        return new NetworkAccess(accountId, URI.create(endpoint), secret, remoteAccount);
    }
}
