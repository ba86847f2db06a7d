package org.gazouillis.intake;

import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.BulkId;
import org.gazouillis.kernel.MemberId;
import org.gazouillis.kernel.WorkspaceId;

/// A run that this node has claimed.
///
/// @param member  on whose behalf
/// @param attempt how often the run was claimed: who holds an older number has lost it
record BulkJob(
        WorkspaceId workspace,
        BulkId id,
        BrandId brand,
        MemberId member,
        BulkMode mode,
        BulkState state,
        int attempt) {}
