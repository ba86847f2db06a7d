package org.gazouillis.engage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gazouillis.journal.Shipping;
import org.gazouillis.kernel.DataDirectory;
import org.gazouillis.testrig.World;

/// Readers' pages of a test world: what they report is in the database when the call returns.
public final class Reporting {
    private final World world;
    private final ReportCollector collector;
    private final Shipping<ReportCall> shipping;

    public Reporting(World world) {
        this.world = world;
        try {
            Path folder = Files.createTempDirectory("gazouillis-reports");
            collector = new ReportCollector(new DataDirectory(folder), world.worker(), world.clock());
            shipping = collector.open();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /// @return how many of them count
    public int report(Viewer viewer, Browser browser, Report... reports) {
        long before = counted();
        collector.collect(viewer, browser, List.of(reports)).join();
        try {
            shipping.ship();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return (int) (counted() - before);
    }

    private long counted() {
        return world.worker()
                .withHandle(handle -> handle.createQuery("select count(*) from engagement where kind <> 'REMOVED'")
                        .mapTo(Long.class)
                        .one());
    }

    public void close() {
        collector.stop();
    }
}
