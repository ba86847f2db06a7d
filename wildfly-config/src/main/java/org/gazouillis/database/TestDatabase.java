package org.gazouillis.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;

import static java.nio.file.attribute.PosixFilePermissions.fromString;

/// The one PostgreSQL of a test JVM; every test class takes a fresh database from it.
///
/// It lives in a folder of the temporary directory, forgets power cuts (`fsync=off`), starts in about a second from a
/// cached copy, and is stopped and deleted when the JVM ends. What a killed JVM left is cleared away by the next.
///
/// ```
/// DatabaseAccess db = TestDatabase.shared().copyOf("gazouillis", access -> migrate(access));
/// ```
public final class TestDatabase {
    private static final Path CACHE = Path.of(System.getProperty("java.io.tmpdir"))
            .resolve("gazouillis-" + ownUid() + "-" + EmbeddedDatabase.VERSION);

    private final EmbeddedDatabase server;
    private final AtomicInteger count = new AtomicInteger();
    private final Map<String, String> templates = new ConcurrentHashMap<>();

    private TestDatabase(EmbeddedDatabase server) {
        this.server = server;
    }

    /// The server of this JVM, started at the first call.
    public static TestDatabase shared() {
        return Holder.SHARED;
    }

    /// A new, empty database.
    public DatabaseAccess empty() {
        return server.create("test_" + count.incrementAndGet(), "template1");
    }

    /// A new copy of a database that `prepare` filled; `prepare` runs once per name and JVM.
    ///
    /// @param name what the filled database is called: small letters, digits, underscores
    /// @param prepare migrates it as `owner`, and must leave no connection open
    public DatabaseAccess copyOf(String name, Consumer<DatabaseAccess> prepare) {
        String template = templates.computeIfAbsent(name, key -> {
            prepare.accept(server.create("template_" + key, "template1"));
            return "template_" + key;
        });
        return server.create("test_" + count.incrementAndGet(), template);
    }

    /// The administrator's way into one of these databases, to look behind row-level security.
    public DatabaseAccess administrator(DatabaseAccess database) {
        String url = database.url();
        return server.administrator(url.substring(url.lastIndexOf('/') + 1));
    }

    private static TestDatabase start() {
        try {
            prepareCache();
            clearLeftovers();
            Path run = CACHE.resolve("run-" + ProcessHandle.current().pid());
            Path initialised = initialised();
            Files.createDirectory(run);
            // `cp` keeps owner and rights, which PostgreSQL checks, and shares blocks where the file system can.
            Command.of("cp", "-a", "--reflink=auto", initialised.resolve("data"), run)
                    .run(CACHE);
            EmbeddedDatabase server = EmbeddedDatabase.start(
                    run, programs(), new Secrets(initialised.resolve("secrets")), PostgresSettings.forgetful());
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> discard(server, run)));
            return new TestDatabase(server);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot prepare a PostgreSQL for tests in " + CACHE, e);
        }
    }

    /// Others may walk through the cache (root's PostgreSQL runs as `nobody`), but nobody else may have made it.
    private static void prepareCache() throws IOException {
        Files.createDirectories(CACHE);
        if (OrdinaryUser.uidOf(CACHE) != ownUid()) {
            throw new DatabaseUnavailable(
                    CACHE + " belongs to " + Files.getOwner(CACHE) + ". Delete it, or set java.io.tmpdir.");
        }
        Files.setPosixFilePermissions(CACHE, fromString("rwx--x--x"));
    }

    private static int ownUid() {
        try {
            return OrdinaryUser.ownUid();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path programs() {
        return CACHE.resolve("postgresql");
    }

    /// A data folder as `initdb` makes it, with its password beside it; made by the first test JVM of this machine.
    private static Path initialised() throws IOException {
        Path ready = CACHE.resolve("initialised");
        try (FolderLock _ = FolderLock.waitingOn(CACHE)) {
            if (!Files.exists(ready.resolve("complete"))) {
                Folders.delete(ready);
                Files.createDirectories(ready);
                PostgresSettings settings = PostgresSettings.forgetful();
                EmbeddedDatabase.start(ready, programs(), new Secrets(ready.resolve("secrets")), settings)
                        .close();
                Files.createFile(ready.resolve("complete"));
            }
        }
        return ready;
    }

    private static void clearLeftovers() throws IOException {
        for (Path run : children("run-")) {
            long pid = Long.parseLong(run.getFileName().toString().substring(4));
            if (ProcessHandle.of(pid).isEmpty()) {
                new Postmaster(PostgresBinaries.in(programs()), OrdinaryUser.forFolder(run), run).stopLeftover();
                discard(run);
            }
        }
        for (Path gone : children("gone-")) {
            remove(gone);
        }
    }

    private static List<Path> children(String prefix) throws IOException {
        try (Stream<Path> children = Files.list(CACHE)) {
            return children.filter(path -> path.getFileName().toString().startsWith(prefix))
                    .toList();
        }
    }

    private static void discard(EmbeddedDatabase server, Path run) {
        try {
            server.close();
            discard(run);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot clear away " + run, e);
        }
    }

    private static void discard(Path run) throws IOException {
        Path gone = run.resolveSibling("gone-" + run.getFileName());
        remove(Files.move(run, gone));
    }

    /// By a process of its own that nobody waits for: hundreds of databases are a million files, and Surefire kills a
    /// JVM that takes half a minute to end.
    private static void remove(Path folder) throws IOException {
        new ProcessBuilder("rm", "-rf", folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /// Starts the server when first touched, once per JVM.
    private static final class Holder {
        static final TestDatabase SHARED = start();
    }
}
