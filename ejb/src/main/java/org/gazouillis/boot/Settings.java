package org.gazouillis.boot;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;
import org.gazouillis.index.OpenSearchSettings;
import org.gazouillis.kernel.DataDirectory;
import org.gazouillis.kernel.PublicAddress;
import org.gazouillis.kernel.TimeOrderedIds;
import org.gazouillis.link.OwnAddress;
import org.gazouillis.listen.IndexPlace;
import org.gazouillis.network.OutboundRules;
import org.gazouillis.report.ExportKeeping;

/// The settings, read once from the server's properties, and the few things everybody gets from here: the clock and
/// the maker of ids.
@ApplicationScoped
public class Settings {
    private static final long LARGEST_UPLOAD = 100L << 20;

    /// Kept, for every request asks.
    private final long largestUpload = readLargestUpload();

    /// Folder of everything that is not in the database: `index/`, `imports/`, `exports/`, `media/`.
    public Path dataDirectory() {
        return Path.of(System.getProperty("gazouillis.data", System.getProperty("jboss.server.data.dir", "var")));
    }

    @Produces
    @Singleton
    DataDirectory data() {
        return new DataDirectory(dataDirectory());
    }

    /// Empty without the property: what a person typed into a browser is not known to background work.
    @Produces
    @Singleton
    PublicAddress publicAddress() {
        return new PublicAddress(property("gazouillis.base-url", ""));
    }

    /// Where the house may go outside; our own name is refused.
    @Produces
    @Singleton
    OutboundRules outbound() {
        String own = property("gazouillis.base-url", "");
        String host = own.isBlank() ? null : URI.create(own).getHost();
        return OutboundRules.of(property("gazouillis.outbound.allow", ""), host == null ? "" : host);
    }

    /// Days, 7 unless said otherwise.
    @Produces
    @Singleton
    ExportKeeping exports() {
        return new ExportKeeping(Duration.ofDays(number("gazouillis.export-days", 7)));
    }

    /// The address under which readers know this house.
    @Produces
    @Singleton
    OwnAddress own() {
        return new OwnAddress(System.getProperty("gazouillis.base-url", "http://localhost:8080"));
    }

    /// An OpenSearch cluster when one is named, else a folder of this node's own.
    ///
    /// @throws IllegalArgumentException when what is said of the cluster cannot be
    IndexPlace index() {
        String nodes = property("gazouillis.opensearch.nodes", "").strip();
        if (nodes.isEmpty()) {
            return IndexPlace.folder(dataDirectory().resolve("index"));
        }
        return IndexPlace.cluster(new OpenSearchSettings(
                Stream.of(nodes.split("[,\\s]+", -1)).map(URI::create).toList(),
                property("gazouillis.opensearch.user", ""),
                property("gazouillis.opensearch.password", ""),
                property("gazouillis.opensearch.index", "gazouillis"),
                number("gazouillis.opensearch.shards", 1),
                number("gazouillis.opensearch.replicas", 1)));
    }

    private static int number(String name, int otherwise) {
        String number = property(name, Integer.toString(otherwise)).strip();
        if (!number.matches("\\d{1,4}")) {
            throw new IllegalArgumentException(name + " is \"" + number + "\": write a whole number");
        }
        return Integer.parseInt(number);
    }

    /// Number of this node, 0 to 62, different on each node of a cluster.
    int node() {
        return Integer.getInteger("gazouillis.node", 0);
    }

    /// Bytes that one request may bring. The application says no, in clear words: the server's listener has no limit.
    public long largestUpload() {
        return largestUpload;
    }

    private static long readLargestUpload() {
        String bytes = property("gazouillis.max-post-size", "");
        return bytes.matches("\\d{1,18}") ? Long.parseLong(bytes) : LARGEST_UPLOAD;
    }

    /// The same as people say it.
    public double largestUploadInMegabytes() {
        return largestUpload() / (double) (1 << 20);
    }

    public boolean demo() {
        return Boolean.getBoolean("gazouillis.demo");
    }

    /// Password of all demo members.
    ///
    /// @throws IllegalStateException when nobody set it: a demo must not be open to everybody
    String demoPassword() {
        String password = System.getProperty("gazouillis.demo.password", "");
        if (password.isBlank()) {
            throw new IllegalStateException("Set the property gazouillis.demo.password beside gazouillis.demo");
        }
        return password;
    }

    /// As the server reads it, too: a property, else the environment variable with underscores.
    private static String property(String name, String otherwise) {
        String variable = name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
        return System.getProperty(name, System.getenv().getOrDefault(variable, otherwise));
    }

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    TimeOrderedIds ids(Clock clock) {
        return new TimeOrderedIds(clock, node());
    }
}
