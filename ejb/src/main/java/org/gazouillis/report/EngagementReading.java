package org.gazouillis.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Objects;
import org.gazouillis.kernel.PublicAddress;
import org.gazouillis.report.ExportLedger.Held;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.tenancy.Snapshots;
import org.jspecify.annotations.Nullable;

/// Reads an engagement report: its rows are written down as they stand in one snapshot, and read from there (ADR 162).
final class EngagementReading implements ExportSource {
    private static final int STEP = 50_000;

    private final Snapshots snapshots;
    private final PublicAddress address;
    private final MemberScope maker;
    private final ExportFiles files;
    private final Held job;
    private final EngagementWish wish;
    private final Pulse pulse;
    private Path file;
    private @Nullable EngagementNames names;

    /// @param pulse keeps the lease
    EngagementReading(
            Snapshots snapshots,
            PublicAddress address,
            MemberScope maker,
            ExportFiles files,
            Held job,
            EngagementWish wish,
            Pulse pulse) {
        this.snapshots = snapshots;
        this.address = address;
        this.maker = maker;
        this.files = files;
        this.job = job;
        this.wish = wish;
        this.pulse = pulse;
        file = files.rows(job.id(), job.fence());
    }

    @Override
    public boolean resume() {
        Integer by = job.frozenBy();
        if (by == null || !Files.exists(files.rows(job.id(), by))) {
            return false;
        }
        file = files.rows(job.id(), by);
        names = EngagementNames.parse(Objects.requireNonNull(job.names(), "written with the rows"));
        return true;
    }

    @Override
    public Frozen begin() throws IOException {
        var frozen = new @Nullable Frozen[1];
        snapshots.<IOException>read(maker, handle -> {
            var read = EngagementNames.read(
                    handle, job.workspaceId(), wish.brand(), address, job.kept().zone());
            names = read;
            frozen[0] = new Frozen(
                    read.json(),
                    EngagementSource.asOf(handle),
                    EngagementColumn.VERSION,
                    FrozenLines.freeze(handle, source().parts(), file, pulse));
        });
        return Objects.requireNonNull(frozen[0], "nothing was read");
    }

    private EngagementSource source() {
        return new EngagementSource(
                job.workspaceId(), wish, Objects.requireNonNull(names, "neither begun nor resumed"));
    }

    @Override
    public ExportRows rows(String place) throws IOException {
        return FrozenLines.read(file, source().parts(), place.isEmpty() ? 0 : Long.parseLong(place));
    }

    @Override
    public ZoneId zone() {
        return Objects.requireNonNull(names, "neither begun nor resumed").zone();
    }

    @Override
    public int step() {
        return STEP;
    }
}
