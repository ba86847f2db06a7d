package org.gazouillis.web.link;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.gazouillis.link.Redirector;
import org.gazouillis.link.Visit;
import org.jspecify.annotations.Nullable;

/// `/l/<code>`: leads readers on, for GET and HEAD, and tells those whose link leads nowhere. Nobody keeps the answer,
/// so that every click passes here, or through [RedirectHandler] once the link is remembered.
@WebServlet(urlPatterns = "/l/*", loadOnStartup = 1)
public class RedirectServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String METHODS = "GET, HEAD";
    /// What its answers have beside what all answers have.
    public static final Map<String, String> HEADERS =
            Map.of("Cache-Control", "private, no-store", "X-Robots-Tag", "noindex");

    private transient @Nullable Redirector redirector;

    @Inject
    public void lead(Redirector by) {
        redirector = by;
    }

    @Override
    public void init() {
        getServletContext().setAttribute(RedirectExtension.REDIRECTOR, redirector);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        boolean head = request.getMethod().equals("HEAD");
        if (!head && !request.getMethod().equals("GET")) {
            response.setHeader("Allow", METHODS);
            response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            return;
        }
        HEADERS.forEach(response::setHeader);
        answer(follow(request, head), request, response);
    }

    /// Where the code leads; the click is kept.
    private Redirector.Answer follow(HttpServletRequest request, boolean head) {
        Redirector leading = Objects.requireNonNull(redirector);
        Redirector.Answer answer = leading.find(code(request));
        if (answer instanceof Redirector.Answer.To to) {
            leading.keep(to, Visit.of(head, request::getHeader, request.getRemoteAddr()))
                    .join();
        }
        return answer;
    }

    private static void answer(Redirector.Answer answer, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        switch (answer) {
            case Redirector.Answer.To to -> {
                response.setStatus(HttpServletResponse.SC_FOUND);
                response.setHeader("Location", to.target());
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
}
