package org.gazouillis.kernel;

import org.jspecify.annotations.Nullable;

/// Where people find this server, and on it what is open to everybody.
///
/// @param root scheme and host without a slash at the end; empty when nobody said it
public record PublicAddress(String root) {
    public PublicAddress {
        root = root.strip().replaceAll("/+$", "");
    }

    /// The page of a status and its thread; null when the root is not known.
    public @Nullable String status(StatusId id) {
        return root.isEmpty() ? null : root + page(id);
    }

    /// The same as a path on this server.
    public static String page(StatusId id) {
        return "/timeline/thread?id=" + id;
    }
}
