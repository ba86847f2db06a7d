package org.gazouillis.web.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/// What every answer tells the browser to refuse. Pages get their content policy, which holds a fresh nonce, from
/// PrimeFaces (`primefaces.CSP_POLICY` in web.xml); every other answer may load nothing at all.
public class SecurityHeaders extends HttpFilter {
    private static final long serialVersionUID = 1L;
    /// What is the same for every answer.
    public static final Map<String, String> EVERYWHERE = Map.of(
            "X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "same-origin",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin",
            "X-Frame-Options", "DENY");

    private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = Paths.of(request);
        EVERYWHERE.forEach(response::setHeader);
        if (Paths.isMachine(path)) {
            response.setHeader("Content-Security-Policy", NOTHING);
            // Images never change; their resource says for how long they may be kept.
            if (!Paths.below(path, "/api/media")) {
                response.setHeader("Cache-Control", "no-store");
            }
        } else if (!Paths.isStatic(path)) {
            response.setHeader("Cache-Control", "no-store");
        }
        chain.doFilter(request, response);
    }
}
