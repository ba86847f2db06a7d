package org.gazouillis.web.link;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.gazouillis.link.Redirector;
import org.gazouillis.link.Visit;
import org.jspecify.annotations.Nullable;

/// `/l/<code>`: leads readers on, for GET and HEAD. Nobody keeps the answer, so that every click passes here.
@WebServlet("/l/*")
public class RedirectServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String METHODS = "GET, HEAD";

    @Inject
    private transient Redirector redirector;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        boolean head = request.getMethod().equals("HEAD");
        if (!head && !request.getMethod().equals("GET")) {
            response.setHeader("Allow", METHODS);
            response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            return;
        }
        response.setHeader("Cache-Control", "private, no-store");
        response.setHeader("X-Robots-Tag", "noindex");
        answer(redirector.follow(code(request), visit(request, head)), request, response);
    }

    private static void answer(Redirector.Answer answer, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        switch (answer) {
            case Redirector.Answer.To(String target) -> {
                response.setStatus(HttpServletResponse.SC_FOUND);
                response.setHeader("Location", target);
            }
            case Redirector.Answer.Gone _ -> tell(HttpServletResponse.SC_GONE, "gone", request, response);
            case Redirector.Answer.Unknown _ -> tell(HttpServletResponse.SC_NOT_FOUND, "unknown", request, response);
        }
    }

    private static void tell(int status, String what, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        response.setStatus(status);
        request.setAttribute("gazouillis.link", what);
        request.getRequestDispatcher("/error/link").forward(request, response);
    }

    private static String code(HttpServletRequest request) {
        String path = Objects.requireNonNullElse(request.getPathInfo(), "/");
        return path.endsWith("/") && path.length() > 1 ? path.substring(1, path.length() - 1) : path.substring(1);
    }

    private static Visit visit(HttpServletRequest request, boolean head) {
        return Visit.of(
                head,
                request.getHeader("User-Agent"),
                purpose(request),
                request.getHeader("Referer"),
                request.getRemoteAddr());
    }

    /// What browsers say when they fetch a page before anybody asked for it.
    private static @Nullable String purpose(HttpServletRequest request) {
        for (String name : new String[] {"Sec-Purpose", "Purpose", "X-Purpose", "X-Moz"}) {
            String purpose = request.getHeader(name);
            if (purpose != null) {
                return purpose;
            }
        }
        return null;
    }
}
