package org.gazouillis.bench;

import io.undertow.Undertow;
import io.undertow.servlet.Servlets;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.DeploymentManager;
import io.undertow.servlet.util.ImmediateInstanceFactory;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.file.Path;
import java.time.Clock;
import org.gazouillis.kernel.DataDirectory;
import org.gazouillis.kernel.TimeOrderedIds;
import org.gazouillis.link.ClickLog;
import org.gazouillis.link.Redirector;
import org.gazouillis.link.Visit;
import org.jdbi.v3.core.Jdbi;

/// The application server's own HTTP and servlet stack with two addresses: `/l/<code>` asks the real redirector as
/// the application's servlet does, `/noop/<code>` answers the same 302 and does nothing.
final class RedirectGround implements AutoCloseable {
    static final String CODE = "bench22";
    /// As many as our server has.
    private static final int WORKERS = 128;
    private static final String TARGET = "https://shop.example/spring?utm_source=gazouillis&utm_campaign=bench";

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
        Redirector redirector = new Redirector(log, worker, clock);
        DeploymentInfo deployment = Servlets.deployment()
                .setClassLoader(RedirectGround.class.getClassLoader())
                .setContextPath("/")
                .setDeploymentName("bench")
                .addServlets(
                        Servlets.servlet(
                                        "redirect",
                                        HttpServlet.class,
                                        new ImmediateInstanceFactory<>(new Real(redirector)))
                                .addMapping("/l/*"),
                        Servlets.servlet("noop", HttpServlet.class, new ImmediateInstanceFactory<>(new NoOp()))
                                .addMapping("/noop/*"));
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

    private static void lead(HttpServletResponse response, String target) {
        response.setHeader("Cache-Control", "private, no-store");
        response.setHeader("X-Robots-Tag", "noindex");
        response.setStatus(HttpServletResponse.SC_FOUND);
        response.setHeader("Location", target);
    }

    private static final class Real extends HttpServlet {
        private static final long serialVersionUID = 1L;
        private final transient Redirector redirector;

        Real(Redirector redirector) {
            this.redirector = redirector;
        }

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) {
            Visit visit = Visit.of(
                    false,
                    request.getHeader("User-Agent"),
                    request.getHeader("Sec-Purpose"),
                    request.getHeader("Referer"),
                    request.getRemoteAddr());
            if (redirector.follow(request.getPathInfo().substring(1), visit)
                    instanceof Redirector.Answer.To(String target)) {
                lead(response, target);
            } else {
                response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            }
        }
    }

    private static final class NoOp extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) {
            lead(response, TARGET);
        }
    }
}
