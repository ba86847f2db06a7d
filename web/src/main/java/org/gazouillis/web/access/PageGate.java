package org.gazouillis.web.access;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.gazouillis.security.FirstRun;
import org.gazouillis.tenancy.DatabaseAway;

/// Stands before the pages. Strangers read the public timeline and are asked to sign in everywhere else, after which
/// they come back to where they wanted to go; a house without any member shows its first run.
public class PageGate extends HttpFilter {
    private static final long serialVersionUID = 1L;
    /// Seconds until a page that the database kept from us is worth another try.
    private static final String RETRY_AFTER = "5";

    @Inject
    private transient Caller caller;

    @Inject
    private transient FirstRun firstRun;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            letThrough(request, response, chain);
        } catch (ServletException | RuntimeException broken) {
            if (response.isCommitted() || !DatabaseAway.isBehind(broken)) {
                throw broken;
            }
            response.setHeader("Retry-After", RETRY_AFTER);
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
    }

    private void letThrough(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = Paths.of(request);
        if (Paths.isMachine(path) || Paths.isStatic(path) || Paths.isShortLink(path)) {
            chain.doFilter(request, response);
            return;
        }
        caller.requireKnown();
        if (caller.isMember()) {
            forMember(path, request, response, chain);
        } else if (firstRun.isOpen() && !path.equals("/first-run")) {
            lead(request, response, "/first-run");
        } else if (Paths.isPublicPage(path)) {
            chain.doFilter(request, response);
        } else {
            lead(request, response, signInFor(request, path));
        }
    }

    private static void forMember(
            String path, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (path.equals("/")) {
            lead(request, response, "/dashboard/home");
        } else {
            chain.doFilter(request, response);
        }
    }

    private static String signInFor(HttpServletRequest request, String path) {
        if (path.equals("/") || !request.getMethod().equals("GET")) {
            return "/sign-in";
        }
        String query = request.getQueryString();
        String wanted = query == null ? path : path + "?" + query;
        return "/sign-in?to=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8);
    }

    /// Leads a browser to another page; a script of Faces is told in its own language.
    private static void lead(HttpServletRequest request, HttpServletResponse response, String to) throws IOException {
        if ("partial/ajax".equals(request.getHeader("Faces-Request"))) {
            response.setContentType("text/xml;charset=UTF-8");
            response.getWriter()
                    .write("<?xml version=\"1.0\" encoding=\"UTF-8\"?><partial-response><redirect url=\""
                            + to.replace("&", "&amp;") + "\"/></partial-response>");
        } else {
            response.setHeader("Cache-Control", "no-store");
            response.setStatus(HttpServletResponse.SC_FOUND);
            response.setHeader("Location", to);
        }
    }
}
