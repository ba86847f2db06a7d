package org.gazouillis.publish;

import java.time.Instant;
import org.gazouillis.kernel.PostId;
import org.jspecify.annotations.Nullable;

/// Posts that should have gone out a minute ago or earlier; `oldest` is null when there are none.
public record Backlog(
        int posts, @Nullable PostId oldest, @Nullable Instant dueAt) {}
