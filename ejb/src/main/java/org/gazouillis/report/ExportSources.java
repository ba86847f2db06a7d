package org.gazouillis.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.gazouillis.kernel.PublicAddress;
import org.gazouillis.listen.SearchExport;
import org.gazouillis.report.ExportLedger.Held;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.tenancy.OnBehalf;
import org.gazouillis.tenancy.Snapshots;

/// Knows where the rows of each kind of export come from.
@ApplicationScoped
public class ExportSources {
    private Snapshots snapshots;
    private PublicAddress address;
    private SearchExport search;
    private OnBehalf behalf;
    private Clock clock;

    @Inject
    public ExportSources(
            Snapshots snapshots, PublicAddress address, SearchExport search, OnBehalf behalf, Clock clock) {
        this.snapshots = snapshots;
        this.address = address;
        this.search = search;
        this.behalf = behalf;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway.Init")
    ExportSources() {}

    /// @param pulse keeps the lease while rows are read
    ExportSource of(Held job, MemberScope maker, ExportFiles files, Pulse pulse) {
        return switch (job.kept().wish()) {
            case EngagementWish wish -> new EngagementReading(snapshots, address, maker, files, job, wish, pulse);
            case FoundWish wish -> new FoundReading(search, behalf, clock, maker, job, wish);
        };
    }
}
