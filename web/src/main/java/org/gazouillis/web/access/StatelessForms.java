package org.gazouillis.web.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;

/// Forms of stateless pages bring the nonce of their page back. What comes without one was not sent by our form, and
/// PrimeFaces would call it a fault of ours.
public class StatelessForms extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final Pattern NONCE = Pattern.compile("[A-Za-z0-9+/=]{16,128}");

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String nonce = request.getParameter("primefaces.nonce");
        boolean sent = request.getMethod().equals("POST");
        if (sent && (nonce == null || !NONCE.matcher(nonce).matches())) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        } else {
            chain.doFilter(request, response);
        }
    }
}
