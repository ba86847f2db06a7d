package org.gazouillis.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.gazouillis.audit.AuditTrail;
import org.gazouillis.database.DatabaseAccess;
import org.gazouillis.kernel.DataDirectory;
import org.gazouillis.kernel.PublicAddress;
import org.gazouillis.kernel.TimeOrderedIds;
import org.gazouillis.listen.Asker;
import org.gazouillis.listen.SearchExport;
import org.gazouillis.listen.SearchExportTrail;
import org.gazouillis.listen.SearchStandpoint;
import org.gazouillis.listen.StatusIndexer;
import org.gazouillis.listen.StatusSearch;
import org.gazouillis.report.ExportKeeping;
import org.gazouillis.report.ExportRound;
import org.gazouillis.report.ExportSources;
import org.gazouillis.report.ExportThreads;
import org.gazouillis.security.BrandNames;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.CurrentMember;
import org.gazouillis.tenancy.OnBehalf;
import org.gazouillis.tenancy.Snapshots;
import org.gazouillis.tenancy.Sql;
import org.gazouillis.tenancy.Transactions;
import org.gazouillis.tenancy.VisibleBrands;
import org.jdbi.v3.core.Jdbi;

/// A process that writes the exports that wait, until it is killed.
final class KilledExporter {
    static final PublicAddress ADDRESS = new PublicAddress("https://gazouillis.example");
    private static final Duration PAUSE = Duration.ofMillis(20);

    private KilledExporter() {}

    /// @param step rows between two marks
    static Process start(DatabaseAccess access, Path data, int step) throws IOException {
        return new OtherJvm(KilledExporter.class, access, ProcessBuilder.Redirect.INHERIT).start(data, step);
    }

    public static void main(String[] arguments) {
        OtherJvm.endWithStarter();
        DatabaseAccess access = OtherJvm.database(arguments);
        Jdbi db = Sql.over(Pool.of(access, access.worker()));
        // As in the server. Within a snapshot, the same Jdbi would lease by the connection that is being read.
        Jdbi reading = Sql.over(Pool.of(access, access.worker()));
        Clock clock = Clock.systemUTC();
        AuditTrail trail = new AuditTrail(new TimeOrderedIds(clock, 2), clock);
        ExportRound round = new ExportRound(
                        db,
                        sources(reading, trail, clock),
                        trail,
                        new DataDirectory(Path.of(arguments[2])),
                        new ExportKeeping(Duration.ofDays(7)),
                        new ExportThreads(Runnable::run))
                .step(Integer.parseInt(arguments[3]));
        while (true) {
            round.run();
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    /// Without an index: what a search finds would wait.
    private static ExportSources sources(Jdbi db, AuditTrail trail, Clock clock) {
        CurrentMember current = new CurrentMember();
        Permissions permissions = new Permissions(current);
        VisibleBrands brands = new VisibleBrands(db, current);
        Transactions transactions = new Transactions();
        Asker asker =
                new Asker(current, permissions, brands, new SearchStandpoint(db, current, brands, clock), transactions);
        SearchExport search = new SearchExport(
                new StatusSearch(StatusIndexer.over(db), db, current, asker, transactions),
                new BrandNames(brands),
                permissions,
                new SearchExportTrail(db, trail),
                ADDRESS);
        return new ExportSources(new Snapshots(db), ADDRESS, search, new OnBehalf(current), clock);
    }
}
