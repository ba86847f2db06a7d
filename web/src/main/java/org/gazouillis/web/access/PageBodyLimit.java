package org.gazouillis.web.access;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.gazouillis.boot.Settings;

/// The counterpart of [ApiBodyLimit] for browsers: who sends a form that is too large, to a page or without script to
/// the API, gets a page that says so.
public class PageBodyLimit extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient Settings settings;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        int trouble = trouble(request);
        if (trouble == 0) {
            chain.doFilter(request, response);
        } else {
            // Taken, so that nobody looks for the parameters of the error page in it.
            request.getInputStream();
            response.sendError(trouble);
        }
    }

    private int trouble(HttpServletRequest request) {
        boolean machine = Paths.isMachine(Paths.of(request));
        if (request.getContentLengthLong() > settings.largestUpload()) {
            return machine && !wantsPage(request) ? 0 : HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE;
        }
        return machine || request.getHeader("Transfer-Encoding") == null ? 0 : HttpServletResponse.SC_LENGTH_REQUIRED;
    }

    private static boolean wantsPage(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        return accept != null && accept.contains("text/html");
    }
}
