package org.gazouillis.web.engage;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.gazouillis.microblog.CurrentReader;
import org.gazouillis.tenancy.CurrentMember;

/// Tells visitors apart before their timeline is read: which text of a trial they are shown hangs on who they are, and
/// must be the same at every sight. A page sets the cookie that is missing; a program that brings none is nobody in
/// particular.
public class VisitorGate extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient CurrentMember member;

    @Inject
    private transient CurrentReader reader;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<String> known = VisitorCookie.of(request);
        if (known.isPresent()) {
            reader.visit(known.get());
        } else if (member.scope().isEmpty() && isPage(request)) {
            String fresh = VisitorCookie.fresh();
            response.addCookie(cookie(fresh, request));
            reader.visit(fresh);
        }
        chain.doFilter(request, response);
    }

    private static boolean isPage(HttpServletRequest request) {
        return request.getMethod().equals("GET") && request.getServletPath().startsWith("/timeline/");
    }

    private static Cookie cookie(String value, HttpServletRequest request) {
        var wanted = VisitorCookie.toSet(value, request);
        Cookie cookie = new Cookie(wanted.getName(), wanted.getValue());
        cookie.setPath(wanted.getPath());
        cookie.setMaxAge(wanted.getMaxAge());
        cookie.setHttpOnly(wanted.isHttpOnly());
        cookie.setSecure(wanted.isSecure());
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }
}
