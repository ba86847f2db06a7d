package org.gazouillis.bench;

import io.undertow.Undertow;
import io.undertow.server.HttpHandler;
import io.undertow.servlet.Servlets;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.DeploymentManager;
import io.undertow.servlet.api.ServletInfo;
import io.undertow.servlet.util.ImmediateInstanceFactory;
import io.undertow.util.HeaderMap;
import io.undertow.util.HttpString;
import io.undertow.util.StatusCodes;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.gazouillis.kernel.DataDirectory;
import org.gazouillis.kernel.TimeOrderedIds;
import org.gazouillis.link.ClickLog;
import org.gazouillis.link.Redirector;
import org.gazouillis.web.access.SecurityHeaders;
import org.gazouillis.web.link.RedirectServlet;
import org.jdbi.v3.core.Jdbi;

/// The application server's own HTTP and servlet stack with three addresses: `/l/<code>` is answered by the
/// application's own handler and servlet; a handler at `/bare/<code>` and a servlet at `/noop/<code>` give the
/// same answer and do nothing else.
final class RedirectGround implements AutoCloseable {
    static final String CODE = "bench22";
    /// As many as our server has.
    private static final int WORKERS = 128;
    private static final String TARGET = "https://shop.example/spring?utm_source=gazouillis&utm_campaign=bench";

    /// All of an answer, which those who do nothing give, too.
    private static final Map<String, String> HEADERS = headers();

    private final ClickLog log;
    private final Undertow server;

    private RedirectGround(ClickLog log, Undertow server) {
        this.log = log;
        this.server = server;
    }

    /// Makes the link that readers follow.
    static void plant(Jdbi worker) {
        worker.useHandle(handle -> handle.execute(
                "insert into short_link (workspace_id, id, brand_id, code, typed, target, created_by, created_at)"
                        + " values (1, 1, 1, ?, ?, ?, 1, now())",
                CODE,
                TARGET,
                TARGET));
    }

    static RedirectGround start(Jdbi worker, Path data, int port) throws ServletException {
        Clock clock = Clock.systemUTC();
        ClickLog log = new ClickLog(new DataDirectory(data), worker, new TimeOrderedIds(clock, 4), clock);
        log.start(Thread.ofPlatform().daemon().factory());
        RedirectServlet redirect = new RedirectServlet();
        redirect.lead(new Redirector(log, worker, clock));
        DeploymentInfo deployment = Servlets.deployment()
                .setClassLoader(RedirectGround.class.getClassLoader())
                .setContextPath("/")
                .setDeploymentName("bench")
                .addServlets(servlet("/l/*", redirect), servlet("/noop/*", new NoOp()))
                .addInitialHandlerChainWrapper(RedirectGround::bare);
        DeploymentManager manager = Servlets.newContainer().addDeployment(deployment);
        manager.deploy();
        Undertow server = Undertow.builder()
                .addHttpListener(port, "127.0.0.1")
                .setWorkerThreads(WORKERS)
                .setHandler(manager.start())
                .build();
        server.start();
        return new RedirectGround(log, server);
    }

    /// Everything that was answered is in the database afterwards.
    @Override
    public void close() {
        server.stop();
        log.stop();
    }

    private static ServletInfo servlet(String path, HttpServlet servlet) {
        return Servlets.servlet(path, HttpServlet.class, new ImmediateInstanceFactory<>(servlet))
                .addMapping(path)
                .setLoadOnStartup(1);
    }

    private static Map<String, String> headers() {
        Map<String, String> headers = new HashMap<>(SecurityHeaders.EVERYWHERE);
        headers.putAll(RedirectServlet.HEADERS);
        headers.put("Location", TARGET);
        return headers;
    }

    /// Stands where the application's handler stands.
    private static HttpHandler bare(HttpHandler next) {
        Map<HttpString, String> headers = new HashMap<>();
        HEADERS.forEach((name, value) -> headers.put(new HttpString(name), value));
        return exchange -> {
            if (exchange.getRelativePath().startsWith("/bare/")) {
                HeaderMap answer = exchange.getResponseHeaders();
                headers.forEach(answer::put);
                exchange.setStatusCode(StatusCodes.FOUND);
                exchange.endExchange();
            } else {
                next.handleRequest(exchange);
            }
        };
    }

    private static final class NoOp extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) {
            HEADERS.forEach(response::setHeader);
            response.setStatus(HttpServletResponse.SC_FOUND);
        }
    }
}
