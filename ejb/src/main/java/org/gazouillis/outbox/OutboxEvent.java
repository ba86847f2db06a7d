package org.gazouillis.outbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A fact as it was written: `kind` in the past tense (`StatusPosted`), the id it is about, and a JSON object with
/// what a handler needs to know beyond the subject's own row. `workspace` is null on the public micro-blog.
public record OutboxEvent(long id, String kind, @Nullable Long workspaceId, long subject, String payload, Instant at) {}
