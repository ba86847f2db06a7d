package org.gazouillis.network;

import org.jspecify.annotations.Nullable;

/// Who an access belongs to: the network's own id, the handle without `@`, and the page for people.
public record RemoteProfile(
        String id, String handle, @Nullable String url) {}
