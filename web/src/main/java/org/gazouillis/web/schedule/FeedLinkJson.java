package org.gazouillis.web.schedule;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Your link to a brand's plan for calendar programs.
///
/// @param url         the secret address; told only when it is made
/// @param standing    whether there is a link
/// @param lastReadAt  when a program last asked for it
public record FeedLinkJson(
        boolean standing,
        @Nullable String url,
        @Nullable Instant createdAt,
        @Nullable Instant lastReadAt) {}
