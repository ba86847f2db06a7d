package org.gazouillis.report;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// An SMTP server that answers as a test says, also not at all: an empty answer hangs up.
final class PlayedSmtp implements AutoCloseable {
    private final ServerSocket door;
    private final Map<String, String> answers = new ConcurrentHashMap<>(Map.of(
            "EHLO",
            "250 played",
            "MAIL",
            "250 ok",
            "RCPT",
            "250 ok",
            "DATA",
            "354 go on",
            "END",
            "250 taken",
            "QUIT",
            "221 bye",
            "RSET",
            "250 ok"));
    private final List<String> received = new CopyOnWriteArrayList<>();
    private volatile Runnable whenReceived = () -> {};

    PlayedSmtp() throws IOException {
        door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::open);
    }

    int port() {
        return door.getLocalPort();
    }

    /// @param to a verb, or `END` for the dot behind a message
    PlayedSmtp answer(String to, String answer) {
        answers.put(to, answer);
        return this;
    }

    /// What happens between the last byte of a message and the answer.
    void whenReceived(Runnable deed) {
        whenReceived = deed;
    }

    /// Messages that came whole, whatever was answered.
    List<String> received() {
        return received;
    }

    private void open() {
        try {
            while (!door.isClosed()) {
                Socket caller = door.accept();
                Thread.ofVirtual().start(() -> serve(caller));
            }
        } catch (SocketException closed) {
            // The test is over.
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void serve(Socket caller) {
        try (caller;
                var in = new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.UTF_8));
                var out = new PrintWriter(caller.getOutputStream(), true, StandardCharsets.UTF_8)) {
            say(out, "220 played");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String verb = line.split(" ", 2)[0].toUpperCase(Locale.ROOT);
                String answer = answers.getOrDefault(verb, "502 unknown");
                if (answer.isEmpty()) {
                    return;
                }
                say(out, answer);
                if (verb.equals("QUIT") || (verb.equals("DATA") && answer.startsWith("354") && !message(in, out))) {
                    return;
                }
            }
        } catch (IOException gone) {
            // Whoever called hung up, or was killed.
        }
    }

    private boolean message(BufferedReader in, PrintWriter out) throws IOException {
        var message = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            message.append(line).append('\n');
        }
        received.add(message.toString());
        whenReceived.run();
        String answer = answers.getOrDefault("END", "");
        if (!answer.isEmpty()) {
            say(out, answer);
        }
        return !answer.isEmpty();
    }

    private static void say(PrintWriter out, String line) {
        out.print(line + "\r\n");
        out.flush();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
