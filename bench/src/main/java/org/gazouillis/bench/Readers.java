package org.gazouillis.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/// Browsers that follow a short link again and again over connections that stay open.
final class Readers {
    private static final String BROWSER = "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0";

    private final int port;
    private final String path;
    private final long pages;
    private final AtomicLong next = new AtomicLong();
    private final AtomicLong answered = new AtomicLong();

    /// @param path begins with a slash
    /// @param pages on how many pages the link stands
    Readers(int port, String path, long pages) {
        this.port = port;
        this.path = path;
        this.pages = pages;
    }

    int port() {
        return port;
    }

    long sent() {
        return next.get();
    }

    long answered() {
        return answered.get();
    }

    /// So many readers at once until the time is over or the server is gone. Each request bears a
    /// number of its own, which `seen` hears when its answer was a 302.
    ///
    /// @return answers a second
    double read(int readers, long nanos, LongConsumer seen) throws InterruptedException {
        long start = System.nanoTime();
        long before = answered.get();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < readers; i++) {
                all.add(threads.submit(() -> one(start + nanos, seen)));
            }
            for (Future<?> each : all) {
                each.get();
            }
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
        return (answered.get() - before) / ((System.nanoTime() - start) / 1e9);
    }

    private void one(long end, LongConsumer seen) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            OutputStream out = socket.getOutputStream();
            InputStream in = new BufferedInputStream(socket.getInputStream(), 2_048);
            while (System.nanoTime() < end) {
                long number = next.getAndIncrement();
                out.write(request(number % pages));
                if (isRedirect(in)) {
                    answered.incrementAndGet();
                    seen.accept(number);
                }
            }
        } catch (IOException serverIsGone) {
            return;
        }
    }

    private byte[] request(long page) {
        return ("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nUser-Agent: " + BROWSER + "\r\nReferer: https://page"
                        + page + ".example/\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /// Reads a whole head; the answers have no body.
    private static boolean isRedirect(InputStream in) throws IOException {
        StringBuilder status = new StringBuilder();
        int newlines = 0;
        boolean first = true;
        while (newlines < 2) {
            int octet = in.read();
            if (octet < 0) {
                throw new IOException("The server closed the connection");
            }
            if (octet == '\n') {
                newlines++;
                first = false;
            } else if (octet != '\r') {
                newlines = 0;
            }
            if (first) {
                status.append((char) octet);
            }
        }
        return status.toString().startsWith("HTTP/1.1 302");
    }
}
