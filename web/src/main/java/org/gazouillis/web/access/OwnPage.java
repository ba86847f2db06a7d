package org.gazouillis.web.access;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Tells whether a request was sent by one of our own pages. Browsers say so themselves (`Sec-Fetch-Site`, or
/// `Origin` where the connection is not trusted), and a foreign site cannot send `X-Requested-With` without asking
/// first, which we never grant.
final class OwnPage {
    private OwnPage() {}

    /// @throws ForeignPage when nothing shows that the request is ours
    static void require(Function<String, @Nullable String> header) {
        if (!isSender(header)) {
            throw new ForeignPage();
        }
    }

    static boolean isSender(Function<String, @Nullable String> header) {
        String site = header.apply("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin") || site.equals("none");
        }
        String origin = header.apply("Origin");
        if (origin != null) {
            return hostOf(origin).equals(header.apply("Host"));
        }
        return header.apply("X-Requested-With") != null;
    }

    private static String hostOf(String origin) {
        try {
            String authority = new URI(origin).getRawAuthority();
            return authority == null ? "" : authority;
        } catch (URISyntaxException opaque) {
            return "";
        }
    }
}
