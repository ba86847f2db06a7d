package org.gazouillis.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.gazouillis.audit.AuditTrail;
import org.gazouillis.kernel.DataDirectory;
import org.gazouillis.kernel.ExportId;
import org.gazouillis.kernel.PublicAddress;
import org.gazouillis.listen.Asker;
import org.gazouillis.listen.SearchExport;
import org.gazouillis.listen.SearchExportTrail;
import org.gazouillis.listen.SearchStandpoint;
import org.gazouillis.listen.StatusIndexer;
import org.gazouillis.listen.StatusSearch;
import org.gazouillis.security.BrandNames;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.CurrentMember;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.tenancy.OnBehalf;
import org.gazouillis.tenancy.Snapshots;
import org.gazouillis.tenancy.VisibleBrands;
import org.gazouillis.testrig.Entities;
import org.gazouillis.testrig.World;

import static org.gazouillis.testrig.World.ANNA;

/// Exports in the background of a [World], with a folder of their own.
///
/// @param data the data folder
record ExportRig(World world, Path data) {
    private static final ExportKeeping KEEPING = new ExportKeeping(Duration.ofDays(7));
    private static final PublicAddress ADDRESS = new PublicAddress("https://gz.example/");

    ExportJobs jobs(MemberScope member) {
        return new ExportJobs(world.known(member), permissions(member), trail(), new DataDirectory(data), world.ids());
    }

    /// Sent at once, without a job.
    EngagementExport direct(MemberScope member) {
        return new EngagementExport(
                permissions(member),
                new Snapshots(world.app()),
                new ExportTrail(world.known(member), trail()),
                ADDRESS);
    }

    String digest(MemberScope member, EngagementWish wish) throws IOException {
        var out = new DigestedOutput(OutputStream.nullOutputStream());
        direct(member).write(wish, out);
        return out.hex();
    }

    /// Of what lies on disk.
    static String digest(Path file) throws IOException {
        var out = new DigestedOutput(OutputStream.nullOutputStream());
        Files.copy(file, out);
        return out.hex();
    }

    /// A hundred rows between two marks.
    ExportRound round() {
        return round(StatusIndexer.over(world.worker()));
    }

    /// The same, of a node that searches this index for Anna.
    ExportRound round(StatusIndexer indexer) {
        var sources = new ExportSources(
                new Snapshots(world.app()),
                ADDRESS,
                search(indexer),
                new OnBehalf(Entities.current(ANNA)),
                world.clock());
        return new ExportRound(
                        world.worker(),
                        sources,
                        trail(),
                        new DataDirectory(data),
                        KEEPING,
                        new ExportThreads(Runnable::run))
                .step(100);
    }

    /// Anna's.
    SearchExport search(StatusIndexer indexer) {
        var current = Entities.current(ANNA);
        var permissions = new Permissions(current);
        var brands = new VisibleBrands(world.known(ANNA), current);
        var transactions = world.transactions(ANNA);
        var standpoint = new SearchStandpoint(world.app(), current, brands, world.clock());
        var asker = new Asker(current, permissions, brands, standpoint, transactions);
        return new SearchExport(
                new StatusSearch(indexer, world.app(), current, asker, transactions),
                new BrandNames(brands),
                permissions,
                new SearchExportTrail(world.known(ANNA), trail()),
                ADDRESS);
    }

    ExportSweep sweep() {
        return new ExportSweep(world.worker(), trail(), new DataDirectory(data), KEEPING);
    }

    ExportLedger ledger() {
        return new ExportLedger(world.worker(), trail(), KEEPING);
    }

    /// Ends all leases: their nodes are dead, or wake too late.
    void leasesEnd() {
        sql("update export_job set lease_until = now()");
    }

    /// From now on the database breaks off whatever would bring a job there.
    ///
    /// @param condition of the row `new`
    void stopWhen(String condition) throws SQLException {
        owner("create or replace function stop() returns trigger language plpgsql as $$ begin if " + condition
                + " then raise exception 'stopped'; end if; return new; end $$");
        owner("create or replace trigger stop before update on export_job for each row execute function stop()");
    }

    void stopNoMore() throws SQLException {
        owner("drop trigger stop on export_job");
    }

    private void owner(String sql) throws SQLException {
        try (var connection = world.access().connect(world.access().owner());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    void sql(String statement) {
        world.worker().useHandle(handle -> handle.execute(statement));
    }

    long count(String sql) {
        return world.worker()
                .withHandle(handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }

    /// Names of the files there are, without the job's id.
    List<String> files(ExportId id) throws IOException {
        try (var all = Files.list(data.resolve("exports"))) {
            return all.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith(id + "."))
                    .map(name -> name.substring(id.toString().length() + 1))
                    .sorted()
                    .toList();
        }
    }

    private AuditTrail trail() {
        return new AuditTrail(world.ids(), world.clock());
    }

    private static Permissions permissions(MemberScope member) {
        var current = new CurrentMember();
        current.become(member);
        return new Permissions(current);
    }
}
