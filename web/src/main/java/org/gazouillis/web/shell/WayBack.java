package org.gazouillis.web.shell;

import org.jspecify.annotations.Nullable;

/// An address to return to that came from outside. Only our own pages are accepted, so that nobody is led away by a
/// link that looks like ours.
public final class WayBack {
    private WayBack() {}

    /// The address itself when it is a path on this server, else `/`.
    public static String orHome(@Nullable String to) {
        if (to == null || !to.startsWith("/") || to.startsWith("//") || to.length() > 2000) {
            return "/";
        }
        boolean suspicious = to.chars().anyMatch(sign -> sign == '\\' || sign < 0x20 || sign == 0x7f);
        return suspicious ? "/" : to;
    }
}
