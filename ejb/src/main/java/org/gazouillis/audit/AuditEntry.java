package org.gazouillis.audit;

import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.MemberId;
import org.gazouillis.kernel.TypedId;
import org.gazouillis.kernel.WorkspaceId;
import org.jspecify.annotations.Nullable;

/// One deed for the trail.
///
/// @param member who did it; null when the house itself did, as the clock publishing a post
/// @param brand for whom; null when it concerns the workspace as a whole
/// @param action past tense with its room, for instance `post.scheduled`
/// @param subject what it was done to, if that has an id
/// @param detail a JSON object with what changed; never a secret
public record AuditEntry(
        WorkspaceId workspace,
        @Nullable MemberId member,
        @Nullable BrandId brand,
        String action,
        @Nullable TypedId subject,
        String detail) {}
