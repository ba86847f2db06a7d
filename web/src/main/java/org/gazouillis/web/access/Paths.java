package org.gazouillis.web.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;

/// Which part of the house an address belongs to.
final class Paths {
    /// Pages that everybody may read, also without an account.
    private static final Set<String> PUBLIC_PAGES = Set.of(
            "/sign-in",
            "/first-run",
            "/timeline/public",
            "/timeline/profile",
            "/timeline/thread",
            "/timeline/quotes",
            "/timeline/hashtag");

    private Paths() {}

    private static final String PAGE = ".xhtml";

    /// The address as the server itself understood it (decoded, without `..` and session ids), without the extension
    /// of pages, which the reader never sees.
    static String of(HttpServletRequest request) {
        String info = request.getPathInfo();
        String path = info == null ? request.getServletPath() : request.getServletPath() + info;
        return path.endsWith(PAGE) ? path.substring(0, path.length() - PAGE.length()) : path;
    }

    static boolean isStatic(String path) {
        return path.startsWith("/jakarta.faces.resource/") || path.equals("/favicon.ico") || path.equals("/robots.txt");
    }

    /// Answers for programs: JSON, problem+json, event streams.
    static boolean isMachine(String path) {
        return below(path, "/api") || below(path, "/health") || below(path, "/operator");
    }

    /// Where short links lead readers on: everybody's, and nothing of a session is asked.
    static boolean isShortLink(String path) {
        return path.startsWith("/l/");
    }

    /// Where one comes in: whoever stands there is nobody yet, even with the session of somebody else.
    static boolean isDoor(String path) {
        return path.equals("/sign-in") || path.equals("/first-run");
    }

    static boolean isPublicPage(String path) {
        return PUBLIC_PAGES.contains(path) || path.startsWith("/error/");
    }

    static boolean below(String path, String root) {
        return path.equals(root) || path.startsWith(root + "/");
    }
}
