package org.gazouillis.web.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/// `/health/…` and `/operator/…` are addresses for machines that watch and start servers; their resources live with
/// all the others below `/api`.
public class ShortAddresses extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        request.getRequestDispatcher("/api" + Paths.of(request)).forward(request, response);
    }
}
