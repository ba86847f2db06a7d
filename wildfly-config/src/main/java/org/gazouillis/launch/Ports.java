package org.gazouillis.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/// TCP ports of this machine.
public final class Ports {
    private Ports() {}

    /// A port of 127.0.0.1 that nobody listens on at this moment.
    public static int free() {
        try (ServerSocket probe = bind("127.0.0.1", 0)) {
            return probe.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("This machine has no free port", e);
        }
    }

    /// The wanted port if it can be had, or any free one when 0 is wanted.
    static int claim(String address, int wanted) {
        try (ServerSocket probe = bind(address, wanted)) {
            return probe.getLocalPort();
        } catch (IOException e) {
            throw new Refused("Port " + wanted + " of " + address + " cannot be had (" + e.getMessage()
                    + "). Choose another with --port, or --port 0 for any free one.");
        }
    }

    private static ServerSocket bind(String address, int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        try {
            // A port in TIME_WAIT after a restart is free for us, as it is for the server.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(address, port));
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }
}
