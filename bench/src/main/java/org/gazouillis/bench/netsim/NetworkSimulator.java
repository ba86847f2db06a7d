package org.gazouillis.bench.netsim;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.Writer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Plays a network on 127.0.0.1. The token of a request is the account's name. It knows no `Idempotency-Key`, so that
/// a post that comes twice stands there twice. It takes images, some of them after a while or not at the first try,
/// and shows a status only with images that it has.
public final class NetworkSimulator {
    private static final Duration SILENCE = Duration.ofSeconds(30);
    private static final Duration SLOWNESS = Duration.ofMillis(700);
    /// Long enough to kill whoever asked.
    private static final Duration HOLD = Duration.ofMillis(1_500);
    private static final Pattern MAX_ID = Pattern.compile("max_id=(\\d+)");

    private final Script script;
    private final Ledger ledger;
    private final Clock clock = Clock.systemUTC();
    private final Shelf shelf = new Shelf(clock);
    private final Map<String, Integer> tries = new ConcurrentHashMap<>();
    private final AtomicLong looks = new AtomicLong();
    /// The moment at which the next request is held up, or nothing.
    private final AtomicReference<@Nullable Moment> hold = new AtomicReference<>();
    private final PrintStream said = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final Gallery gallery = new Gallery();

    private NetworkSimulator(Script script, Ledger ledger) {
        this.script = script;
        this.ledger = ledger;
    }

    /// Starts one as a process of its own and waits until it listens.
    public static Running start(Path folder, Script script) throws IOException {
        Files.createDirectories(folder);
        Process process = new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        NetworkSimulator.class.getName(),
                        folder.toString(),
                        script.toString())
                .redirectError(folder.resolve("errors").toFile())
                .start();
        BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String port = said.readLine();
        if (port == null) {
            throw new IllegalStateException("The simulator did not start; see " + folder.resolve("errors"));
        }
        return new Running(process, Integer.parseInt(port), folder, said);
    }

    /// Listens until whoever started it is gone. Its first word is the port; told the name of a [Moment], it holds the
    /// next request there for a while and says so.
    public static void main(String[] arguments) throws IOException {
        try (Ledger ledger = new Ledger(Path.of(arguments[0]))) {
            NetworkSimulator simulator = new NetworkSimulator(Script.parse(arguments[1]), ledger);
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", simulator::answer);
            server.start();
            simulator.said.println(server.getAddress().getPort());
            BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            for (String order = orders.readLine(); order != null; order = orders.readLine()) {
                simulator.hold.set(Moment.valueOf(order));
            }
        }
        System.exit(0);
    }

    private void comeTo(Moment moment) {
        if (hold.compareAndSet(moment, null)) {
            said.println("held");
            LockSupport.parkNanos(HOLD.toNanos());
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        String account = exchange.getRequestHeaders().getFirst("Authorization").replace("Bearer ", "");
        String path = exchange.getRequestURI().getPath();
        if (path.endsWith("/verify_credentials")) {
            reply(exchange, 200, "{\"id\":\"" + account + "\",\"acct\":\"" + account + "\"}");
        } else if (path.contains("/media")) {
            Gallery.Answer answer = exchange.getRequestMethod().equals("POST")
                    ? gallery.take(exchange.getRequestBody().readAllBytes())
                    : gallery.look(path.replaceAll(".*/", ""));
            reply(exchange, answer.status(), answer.json());
        } else if (exchange.getRequestMethod().equals("POST")) {
            post(exchange, account);
        } else {
            list(exchange, account);
        }
    }

    private void list(HttpExchange exchange, String account) throws IOException {
        if (script.lookFails(looks.incrementAndGet())) {
            reply(exchange, 500, "{}");
            return;
        }
        Matcher before = MAX_ID.matcher(String.valueOf(exchange.getRequestURI().getQuery()));
        reply(exchange, 200, shelf.list(account, 40, before.find() ? Long.parseLong(before.group(1)) : Long.MAX_VALUE));
    }

    private void post(HttpExchange exchange, String account) throws IOException {
        JsonObject wish = read(exchange);
        String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        int attempt = tries.merge(key, 1, Integer::sum);
        Behaviour behaviour = script.of(key, attempt);
        int wait = behaviour == Behaviour.LIMIT ? 1 + Math.floorMod(key.hashCode(), 3) : 0;
        ledger.called(clock.instant(), account, key, behaviour, wait);
        comeTo(Moment.RECEIVED);
        if (!gallery.hasAll(wish)) {
            reply(exchange, 422, "{\"error\":\"Cannot attach files that have not finished processing\"}");
            return;
        }
        String stored = behaviour.stores() ? store(account, wish, key).toString() : "{}";
        if (behaviour == Behaviour.TWICE) {
            store(account, wish, key);
        }
        comeTo(Moment.STORED);
        answer(exchange, behaviour, stored, wait);
    }

    private JsonObject store(String account, JsonObject wish, String key) {
        Ledger.Posted status = new Ledger.Posted(
                shelf.nextId(),
                wish.getString("status"),
                wish.getString("in_reply_to_id", ""),
                Gallery.wished(wish).size());
        ledger.stored(clock.instant(), account, key, status);
        return shelf.put(account, status.id(), status.text());
    }

    private static void answer(HttpExchange exchange, Behaviour behaviour, String stored, int wait) throws IOException {
        switch (behaviour) {
            case OK, TWICE -> reply(exchange, 200, stored);
            case SLOW -> {
                LockSupport.parkNanos(SLOWNESS.toNanos());
                reply(exchange, 200, stored);
            }
            case LIMIT -> {
                exchange.getResponseHeaders().set("Retry-After", String.valueOf(wait));
                reply(exchange, 429, stored);
            }
            case FAIL_BEFORE, FAIL_AFTER -> reply(exchange, 500, "{\"error\":\"something went wrong\"}");
            case UNAUTHORISED -> reply(exchange, 401, "{\"error\":\"The access token was revoked\"}");
            case TRUNCATED -> reply(exchange, 200, stored.substring(0, stored.length() / 2));
            case SILENT_BEFORE, SILENT_AFTER -> {
                LockSupport.parkNanos(SILENCE.toNanos());
                exchange.close();
            }
            case DRIP -> drip(exchange, stored);
        }
    }

    private static void drip(HttpExchange exchange, String stored) throws IOException {
        byte[] bytes = stored.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        try (OutputStream body = exchange.getResponseBody()) {
            for (byte each : bytes) {
                body.write(each);
                body.flush();
                LockSupport.parkNanos(SLOWNESS.toNanos());
            }
        }
    }

    private static JsonObject read(HttpExchange exchange) {
        try (JsonReader reader = Json.createReader(exchange.getRequestBody())) {
            return reader.readObject();
        }
    }

    private static void reply(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    /// Where a request that posts may be held up.
    public enum Moment {
        /// Read whole, nothing done yet.
        RECEIVED,
        /// In the ledger and on the shelf, not answered yet.
        STORED
    }

    /// A simulator at work.
    public record Running(Process process, int port, Path folder, BufferedReader said) implements AutoCloseable {
        /// Holds up the next request that posts; returns when one stands there.
        public void holds(Moment moment) throws IOException {
            Writer orders = process.outputWriter(StandardCharsets.UTF_8);
            orders.write(moment.name() + "\n");
            orders.flush();
            if (said.readLine() == null) {
                throw new IllegalStateException("The simulator has ended; see " + folder.resolve("errors"));
            }
        }

        public String address() {
            return "http://127.0.0.1:" + port;
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }
}
