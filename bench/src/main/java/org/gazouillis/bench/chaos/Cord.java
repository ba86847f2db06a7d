package org.gazouillis.bench.chaos;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.gazouillis.database.DatabaseAccess;

/// The line between nodes and their database: a port of 127.0.0.1 that passes everything on, until it is told to
/// swallow every byte or to break. A connection that lost a byte stays mute for good, as one does whose other end is
/// gone without a word.
final class Cord implements AutoCloseable {
    private static final int BUFFER = 16_384;

    private final ServerSocket door;
    private final Set<Wire> wires = ConcurrentHashMap.newKeySet();
    private volatile int target;
    private volatile boolean deaf;

    private Cord(ServerSocket door, int target) {
        this.door = door;
        this.target = target;
    }

    static Cord to(int port) throws IOException {
        Cord cord = new Cord(new ServerSocket(0, 200, InetAddress.getLoopbackAddress()), port);
        Thread.ofVirtual().start(cord::accept);
        return cord;
    }

    /// A line to the database of that address.
    static Cord to(DatabaseAccess access) throws IOException {
        return to(URI.create(access.url().substring("jdbc:".length())).getPort());
    }

    /// The same database, over this line.
    DatabaseAccess over(DatabaseAccess access) {
        String name = access.url().substring(access.url().lastIndexOf('/'));
        return access.withUrl("jdbc:postgresql://127.0.0.1:" + door.getLocalPort() + name);
    }

    /// Where new connections lead from now on.
    void leadTo(int port) {
        target = port;
    }

    /// From now on nothing gets through in either direction, and nobody is told.
    void deafen() {
        deaf = true;
    }

    /// New connections work again.
    void hear() {
        deaf = false;
    }

    /// Breaks every connection with a reset.
    void snap() {
        wires.forEach(Wire::reset);
    }

    @Override
    public void close() throws IOException {
        door.close();
        snap();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Wire wire = new Wire(door.accept());
                wires.add(wire);
                Thread.ofVirtual().start(() -> connect(wire));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void connect(Wire wire) {
        try {
            wire.far().connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target));
            Thread.ofVirtual().start(() -> pump(wire, wire.far(), wire.near()));
            pump(wire, wire.near(), wire.far());
        } catch (IOException nobodyThere) {
            wire.reset();
            wires.remove(wire);
        }
    }

    private void pump(Wire wire, Socket from, Socket to) {
        byte[] bytes = new byte[BUFFER];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                if (wire.passes(deaf)) {
                    out.write(bytes, 0, read);
                    out.flush();
                }
            }
            if (wire.ends()) {
                wires.remove(wire);
            }
        } catch (IOException broken) {
            wire.reset();
            wires.remove(wire);
        }
    }

    /// One connection: its two ends.
    private static final class Wire {
        private final Socket near;
        private final Socket far = new Socket();
        private volatile boolean mute;

        Wire(Socket near) {
            this.near = near;
        }

        Socket near() {
            return near;
        }

        Socket far() {
            return far;
        }

        /// Once it has lost something it passes nothing on any more.
        boolean passes(boolean deaf) {
            mute |= deaf;
            return !mute;
        }

        /// Whoever is mute does not hear either that the other end left.
        boolean ends() throws IOException {
            if (!mute) {
                near.close();
                far.close();
            }
            return !mute;
        }

        void reset() {
            reset(near);
            reset(far);
        }

        private static void reset(Socket end) {
            try {
                end.setSoLinger(true, 0);
                end.close();
            } catch (IOException closedMeanwhile) {
                // Then there is nothing to break any more.
                return;
            }
        }
    }
}
