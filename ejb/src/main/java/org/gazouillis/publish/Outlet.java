package org.gazouillis.publish;

import java.time.Instant;
import org.gazouillis.kernel.AccountId;
import org.gazouillis.kernel.PostId;
import org.gazouillis.kernel.StatusId;
import org.jspecify.annotations.Nullable;

/// One account of a post, and what became of the post there.
///
/// @param failure stable word for why it is not there: `access`, `content`, `address`, `gave up`, `unclear`,
///     `doubled`, `fence`, `late`, `disconnected`
/// @param remoteUrl where people see it on a network outside
public record Outlet(
        PostId post,
        AccountId account,
        String network,
        String handle,
        PublicationState state,
        @Nullable StatusId statusId,
        @Nullable Instant publishedAt,
        @Nullable String failure,
        @Nullable String remoteUrl) {}
