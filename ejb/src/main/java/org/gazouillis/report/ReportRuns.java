package org.gazouillis.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.PublicAddress;
import org.gazouillis.kernel.ReportId;
import org.gazouillis.kernel.ReportRunId;
import org.gazouillis.kernel.TimeOrderedIds;
import org.gazouillis.reports.RowSink;
import org.gazouillis.reports.Typesetting;
import org.gazouillis.security.Permission;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.tenancy.Snapshots;
import org.gazouillis.tenancy.Sql;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Makes reports, and makes them again. A first run counts every fact that is rolled up; one made again counts what had
/// happened by the same instant, so that it comes out the same unless something arrived late, and then
/// [#changes(ReportRunId)] says what. Never within a transaction: it reads a long snapshot.
@ApplicationScoped
public class ReportRuns {
    private static final int MOST_ROWS = 50_000;
    private static final int MOST_DAYS = 731;
    private static final int MOST_LISTED = 200;

    private Permissions permissions;
    private Snapshots snapshots;
    private Reports reports;
    private ReportShelf shelf;
    private PublicAddress address;
    private TimeOrderedIds ids;
    private Clock clock;

    @Inject
    public ReportRuns(
            Permissions permissions,
            Snapshots snapshots,
            Reports reports,
            ReportShelf shelf,
            PublicAddress address,
            TimeOrderedIds ids,
            Clock clock) {
        this.permissions = permissions;
        this.snapshots = snapshots;
        this.reports = reports;
        this.shelf = shelf;
        this.address = address;
        this.ids = ids;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway.Init")
    ReportRuns() {}

    /// Runs a report for whole days of the brand's zone.
    ///
    /// @throws ReportNotFound when the member sees none of that id
    /// @throws ReportRefused when the period is none, or has more posts than a report can hold
    public ReportRun make(ReportId report, LocalDate first, LocalDate last) throws IOException {
        requirePeriod(first, last);
        Report wanted = reports.one(report);
        MemberScope member = permissions.require(wanted.brand(), Permission.EXPORT);
        return keep(member, count(member, wanted, first, last, null));
    }

    /// Reads what a run is made of, and keeps nothing yet.
    ///
    /// @param member may take the brand's figures out: who asks has looked
    /// @param zone   of the days; the brand's when it is null
    /// @throws ReportRefused when the report has more posts than it can hold
    Made count(MemberScope member, Report report, LocalDate first, LocalDate last, @Nullable ZoneId zone)
            throws IOException {
        var made = new Making(member, report.brand());
        snapshots.<IOException>read(member, handle -> made.read(handle, report, first, last, zone));
        return made.digested();
    }

    private ReportRun keep(MemberScope member, Made made) {
        shelf.put(member, made.run(), made.data());
        return made.run();
    }

    /// A run with the digests of its files, and the rows that it is made of.
    record Made(ReportRun run, byte[] data) {}

    /// Makes a run again: same plan, period, zone and instant.
    ///
    /// @return the new run; its files have the old digests unless something arrived late
    public ReportRun again(ReportRunId id) throws IOException {
        ReportRun before = one(id);
        MemberScope member = permissions.require(before.brand(), Permission.EXPORT);
        var made = new Making(member, before.brand());
        snapshots.<IOException>read(member, handle -> made.readAgain(handle, before));
        return keep(member, made.digested());
    }

    /// @throws ReportNotFound when the member sees none of that id
    public ReportRun one(ReportRunId id) {
        MemberScope member = permissions.requireScope("read");
        ReportRun run = shelf.run(member, id).orElseThrow(() -> new ReportNotFound(id));
        permissions.require(run.brand(), Permission.EXPORT);
        return run;
    }

    /// The newest 200 runs of a report.
    public List<ReportRun> of(ReportId report) {
        Report wanted = reports.one(report);
        return shelf.runs(permissions.require(wanted.brand(), Permission.EXPORT), report, MOST_LISTED);
    }

    /// What differs from the run that this one made again: nothing for a first run, or when nothing arrived late.
    public List<ReportChange> changes(ReportRunId id) {
        ReportRun run = one(id);
        MemberScope member = permissions.require(run.brand(), Permission.EXPORT);
        return run.repeats() == null
                ? List.of()
                : ReportChange.between(
                        FrozenRows.read(shelf.data(member, run.repeats())), FrozenRows.read(shelf.data(member, id)));
    }

    /// Writes one of the run's files, the same bytes each time.
    public void write(ReportRunId id, ReportFile file, OutputStream out) throws IOException {
        ReportRun run = one(id);
        byte[] kept = shelf.data(permissions.require(run.brand(), Permission.EXPORT), id);
        file.write(run, FrozenRows.read(kept), out);
    }

    private static void requirePeriod(LocalDate first, LocalDate last) {
        if (last.isBefore(first)) {
            throw new ReportRefused("to", "The period ends on " + last + ", before it begins on " + first + ".");
        }
        if (first.plusDays(MOST_DAYS).isBefore(last)) {
            throw new ReportRefused("to", "A report covers at most " + MOST_DAYS + " days. Take a shorter period.");
        }
    }

    /// One run in the making.
    private final class Making {
        private final MemberScope member;
        private final BrandId brand;
        private @Nullable ReportRun run;
        private byte[] data = {};

        Making(MemberScope member, BrandId brand) {
            this.member = member;
            this.brand = brand;
        }

        void read(Handle handle, Report report, LocalDate first, LocalDate last, @Nullable ZoneId zone)
                throws IOException {
            BrandRow named = handle.createQuery(
                            "select name, zone, colour, (select as_of from rollup_mark where name = 'engagement') as as_of"
                                    + " from brand where workspace_id = :workspace and id = :brand")
                    .bind("workspace", member.workspace())
                    .bind("brand", brand)
                    .map(Sql.row(BrandRow.class))
                    .one();
            count(
                    handle,
                    new ReportRun(
                            new ReportRunId(ids.next()),
                            report.id(),
                            brand,
                            null,
                            report.plan(),
                            named.name(),
                            named.colour(),
                            first,
                            last,
                            zone == null ? ZoneId.of(named.zone()) : zone,
                            named.asOf(),
                            EngagementColumn.VERSION,
                            Typesetting.WORLD,
                            0,
                            Map.of(),
                            clock.instant()));
        }

        void readAgain(Handle handle, ReportRun before) throws IOException {
            count(
                    handle,
                    new ReportRun(
                            new ReportRunId(ids.next()),
                            before.report(),
                            brand,
                            before.id(),
                            before.plan(),
                            before.brandName(),
                            before.colour(),
                            before.firstDay(),
                            before.lastDay(),
                            before.zone(),
                            before.asOf(),
                            EngagementColumn.VERSION,
                            before.typesetting(),
                            0,
                            Map.of(),
                            clock.instant()));
        }

        private void count(Handle handle, ReportRun fresh) throws IOException {
            var names = EngagementNames.read(handle, member.workspace(), brand, address, fresh.zone());
            var parts = new EngagementRows(member.workspace(), brand, names).parts(fresh.published(), fresh.asOf());
            data = FrozenRows.freeze(sink -> RowPart.pour(handle, parts, new AtMost(sink)));
            run = fresh;
        }

        /// With the digests of its files.
        Made digested() throws IOException {
            ReportRun counted = Objects.requireNonNull(run, "nothing was read");
            FrozenRows rows = FrozenRows.read(data);
            var digests = new LinkedHashMap<String, String>();
            for (ReportFile file : ReportFile.values()) {
                var out = new DigestedOutput(OutputStream.nullOutputStream());
                file.write(counted, rows, out);
                digests.put(file.key(), out.hex());
            }
            return new Made(counted.made(rows.size(), digests), data);
        }
    }

    record BrandRow(String name, String zone, String colour, Instant asOf) {}

    /// Refuses what would not fit into memory.
    private static final class AtMost implements RowSink {
        private final RowSink sink;
        private int rows;

        AtMost(RowSink sink) {
            this.sink = sink;
        }

        @Override
        public void row(@Nullable Object... cells) throws IOException {
            if (++rows > MOST_ROWS) {
                throw new ReportRefused(
                        "to",
                        "The period has more than " + MOST_ROWS
                                + " posts. Take a shorter one, or the export, which knows no limit.");
            }
            sink.row(cells);
        }
    }
}
