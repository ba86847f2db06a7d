package org.gazouillis.launch;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.gazouillis.database.DatabaseAccess;
import org.gazouillis.database.FolderLock;

/// `run`: database, then server, then the address and the sign-ins; ends when the server does, or at Ctrl-C.
final class Run {
    static final Set<String> OPTIONS = Set.of("--port", "--data", "--no-demo", "--bind");

    private static final List<String> DEMO_MEMBERS =
            List.of("owner", "manager", "author", "approver", "analyst", "client");
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final Terminal terminal;
    private final DataFolder data;
    private final boolean demo;
    private final String bind;
    private final int wantedPort;

    Run(Terminal terminal, Options options) {
        this.terminal = terminal;
        this.data = DataFolder.of(options);
        this.demo = !options.has("--no-demo");
        this.bind = options.value("--bind").orElse(System.getenv().getOrDefault("GAZOUILLIS_BIND", "127.0.0.1"));
        this.wantedPort = options.port("--port", 8080);
    }

    int go() throws IOException {
        long begin = System.nanoTime();
        Stops stops = new Stops(terminal);
        stops.atTheEnd();
        stops.last(FolderLock.on(data.run()));
        Server.stopLeftover(data);
        int port = Ports.claim(bind, wantedPort);
        DatabaseAccess database = new Databases(System.getenv(), terminal).open(data, stops);
        Server server = Server.start(data, properties(database, port));
        stops.last(server);
        if (becomesReady(server, port)) {
            DataFolder.write(
                    data.address(),
                    Map.of(
                            "url",
                            local(port),
                            "pid",
                            "" + ProcessHandle.current().pid()));
            welcome(port, Duration.ofNanos(System.nanoTime() - begin));
            while (!server.endsWithin(60_000)) {
                // Its log streams by meanwhile.
                continue;
            }
        }
        if (stops.areUnderWay()) {
            return 0;
        }
        terminal.complain((server.refusedApplication() ? "the application did not start" : "the server has ended")
                + "; the reasons stand in " + data.server().resolve("log/server.log"));
        return 1;
    }

    private Map<String, String> properties(DatabaseAccess database, int port) {
        Map<String, String> properties = new TreeMap<>();
        properties.put("gazouillis.db.url", database.url());
        properties.put("gazouillis.db.app.user", database.app().user());
        properties.put("gazouillis.db.app.password", database.app().password());
        properties.put("gazouillis.db.worker.user", database.worker().user());
        properties.put("gazouillis.db.worker.password", database.worker().password());
        properties.put("gazouillis.db.owner.user", database.owner().user());
        properties.put("gazouillis.db.owner.password", database.owner().password());
        properties.put("gazouillis.data", data.root().toString());
        properties.put("gazouillis.demo", String.valueOf(demo));
        properties.put("gazouillis.demo.password", data.secrets().password("demo"));
        properties.put("gazouillis.operator.secret", data.secrets().password("operator"));
        properties.put("gazouillis.outbound.allow", System.getenv().getOrDefault("GAZOUILLIS_OUTBOUND_ALLOW", ""));
        properties.put("gazouillis.base-url", System.getenv().getOrDefault("GAZOUILLIS_BASE_URL", local(port)));
        Limits.largestUpload(System.getenv())
                .ifPresent(bytes -> properties.put("gazouillis.max-post-size", String.valueOf(bytes)));
        smtp().forEach((name, value) -> properties.put("gazouillis.smtp." + name, value));
        properties.put("jboss.bind.address", bind);
        properties.put("jboss.http.port", String.valueOf(port));
        properties.put("jboss.management.http.port", String.valueOf(Ports.free()));
        return properties;
    }

    /// What the operator said of the SMTP server: `GAZOUILLIS_SMTP_HOST` and the like.
    private static Map<String, String> smtp() {
        Map<String, String> said = new TreeMap<>();
        for (String name : List.of("host", "port", "user", "password", "from", "starttls", "ssl")) {
            String value = System.getenv("GAZOUILLIS_SMTP_" + name.toUpperCase(Locale.ROOT));
            if (value != null && !value.isBlank()) {
                said.put(name, value);
            }
        }
        return said;
    }

    private boolean becomesReady(Server server, int port) {
        URI ready = URI.create(local(port) + "/health/ready");
        long end = System.nanoTime() + PATIENCE.toNanos();
        try (HttpClient http = Operator.client()) {
            while (System.nanoTime() < end && !server.refusedApplication() && !server.endsWithin(250)) {
                if (answers(http, ready)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean answers(HttpClient http, URI ready) {
        try {
            HttpRequest request = HttpRequest.newBuilder(ready)
                    .timeout(Duration.ofSeconds(30))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// The address at which this machine reaches the server.
    private String local(int port) {
        return "http://" + (bind.equals("0.0.0.0") ? "127.0.0.1" : bind) + ":" + port;
    }

    private void welcome(int port, Duration took) {
        terminal.say("");
        terminal.say(
                "Gazouillis answers at " + local(port) + "/ after " + took.toSeconds() + " s. Stop it with Ctrl-C.");
        terminal.say("Data: " + data.root());
        if (demo) {
            terminal.say("Sign in with the password " + data.secrets().password("demo") + " as");
            DEMO_MEMBERS.forEach(member -> terminal.say("  " + member + "@demo.example"));
        } else {
            terminal.say("While nobody is a member yet, whoever opens it first becomes its owner.");
        }
        terminal.say("");
    }
}
