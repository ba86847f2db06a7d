package org.gazouillis.web.link;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.Methods;
import io.undertow.util.SameThreadExecutor;
import io.undertow.util.StatusCodes;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.gazouillis.link.Redirector;
import org.gazouillis.link.Visit;
import org.gazouillis.web.access.SecurityHeaders;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Answers `/l/<code>` for links that are remembered, without a thread that waits for the disk: the thread that read
/// the request goes on with others, and answers when the click is kept. A servlet would need a thread for each click,
/// and waking that costs more than all the rest. Everything else goes on to the servlets, [RedirectServlet] among
/// them.
final class RedirectHandler implements HttpHandler {
    private static final Logger LOG = Logger.getLogger(RedirectHandler.class);
    private static final String FOLDER = "/l/";
    private static final Map<HttpString, String> HEADERS = headers();

    private final Supplier<@Nullable Redirector> redirector;
    private final HttpHandler next;

    /// @param redirector has none until the application is ready
    RedirectHandler(Supplier<@Nullable Redirector> redirector, HttpHandler next) {
        this.redirector = redirector;
        this.next = next;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        Redirector ready = exchange.getRelativePath().startsWith(FOLDER) ? redirector.get() : null;
        Optional<Redirector.Answer.To> answer = ready == null ? Optional.empty() : recall(ready, exchange);
        if (ready == null || answer.isEmpty()) {
            next.handleRequest(exchange);
        } else {
            lead(ready, answer.get(), exchange);
        }
    }

    private static Optional<Redirector.Answer.To> recall(Redirector ready, HttpServerExchange exchange) {
        HttpString method = exchange.getRequestMethod();
        return method.equals(Methods.GET) || method.equals(Methods.HEAD)
                ? ready.recall(exchange.getRelativePath().substring(FOLDER.length()))
                : Optional.empty();
    }

    private static void lead(Redirector ready, Redirector.Answer.To to, HttpServerExchange exchange) {
        Visit visit = visit(exchange);
        // Dispatched to nobody: the answer is not over when this thread returns.
        exchange.dispatch(SameThreadExecutor.INSTANCE, () -> {
            var _ = ready.keep(to, visit)
                    .thenRun(() -> exchange.getIoThread().execute(() -> answer(exchange, to.target())))
                    .exceptionally(failure -> breakOff(exchange, failure));
        });
    }

    /// The server stops, or we are at fault: nobody shall wait for an answer that does not come.
    private static @Nullable Void breakOff(HttpServerExchange exchange, Throwable failure) {
        LOG.error("A reader of a short link is left without an answer", failure);
        try {
            exchange.getConnection().close();
        } catch (IOException goneAlready) {
            LOG.debug("The connection is closed already", goneAlready);
        }
        return null;
    }

    private static Visit visit(HttpServerExchange exchange) {
        HeaderMap headers = exchange.getRequestHeaders();
        return Visit.of(
                exchange.getRequestMethod().equals(Methods.HEAD),
                headers::getFirst,
                exchange.getSourceAddress().getAddress().getHostAddress());
    }

    private static void answer(HttpServerExchange exchange, String target) {
        HeaderMap headers = exchange.getResponseHeaders();
        HEADERS.forEach(headers::put);
        headers.put(Headers.LOCATION, target);
        exchange.setStatusCode(StatusCodes.FOUND);
        exchange.endExchange();
    }

    private static Map<HttpString, String> headers() {
        Map<String, String> texts = new HashMap<>(SecurityHeaders.EVERYWHERE);
        texts.putAll(RedirectServlet.HEADERS);
        Map<HttpString, String> headers = new HashMap<>();
        texts.forEach((name, value) -> headers.put(new HttpString(name), value));
        return headers;
    }
}
