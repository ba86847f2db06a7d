package org.gazouillis.listen;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.gazouillis.audit.AuditTrail;
import org.gazouillis.kernel.PublicAddress;
import org.gazouillis.reports.ReportFormat;
import org.gazouillis.reports.ReportTable;
import org.gazouillis.reports.ReportWriter;
import org.gazouillis.security.BrandNames;
import org.gazouillis.security.Permission;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.tenancy.VisibleBrand;

/// What a search finds, as a file: the same statuses in the same order as its pages, read page by page and written at
/// once, so a million of them need no more memory than ten. What is said after the first page was read is not in it.
///
/// Never call it within a transaction: the reader of the file may be slow.
@ApplicationScoped
public class SearchExport {
    private StatusSearch search;
    private BrandNames brands;
    private Permissions permissions;
    private SearchExportTrail trail;
    private PublicAddress address;

    @Inject
    public SearchExport(
            StatusSearch search,
            BrandNames brands,
            Permissions permissions,
            SearchExportTrail trail,
            PublicAddress address) {
        this.search = search;
        this.brands = brands;
        this.permissions = permissions;
        this.trail = trail;
        this.address = address;
    }

    @SuppressWarnings("NullAway.Init")
    SearchExport() {}

    /// Reads the first page, so that what is wrong with the question is said before the first byte.
    ///
    /// @param columns in the order of the file, at least one
    /// @throws PermissionDenied when the member may not export the brand asked about, or, asked about all, not all
    /// @throws QueryNotUnderstood with the place and the mend
    /// @throws SearchTooBroad when the search would take too long
    /// @throws SearchNotWhole while the index is being built
    public Prepared prepare(SearchQuestion question, List<FoundColumn> columns) {
        return prepare(question, columns, "");
    }

    /// The same from a place on, see [FoundRows#place].
    public Prepared prepare(SearchQuestion question, List<FoundColumn> columns, String place) {
        List<FoundColumn> wanted = List.copyOf(columns);
        Optional<VisibleBrand> brand = brand(question);
        MemberScope member = requireExport(brand);
        ZoneId zone = brand.map(VisibleBrand::zone).orElse(ZoneOffset.UTC);
        FoundRows rows = FoundRows.begin(place, search, question, wanted, address);
        return new Prepared(question, wanted, member, brand, zone, rows);
    }

    private MemberScope requireExport(Optional<VisibleBrand> brand) {
        return brand.map(one -> permissions.require(one.id(), Permission.EXPORT))
                .orElseGet(() -> permissions.requireEverywhere(Permission.EXPORT));
    }

    private Optional<VisibleBrand> brand(SearchQuestion question) {
        return Optional.ofNullable(question.brand()).map(brands::named);
    }

    /// @return number of rows
    /// @throws IOException when `out` takes no more; the trail then says that the file is not complete
    public long write(Prepared prepared, ReportFormat format, OutputStream out) throws IOException {
        var rows = new AtomicLong();
        try {
            ReportTable table = new ReportTable(
                    FoundColumn.columns(prepared.columns()),
                    prepared.zone(),
                    sink -> prepared.rows().pour(Long.MAX_VALUE, cells -> {
                        sink.row(cells);
                        rows.incrementAndGet();
                    }));
            ReportWriter.write(table, format, out);
        } catch (IOException | RuntimeException broken) {
            AuditTrail.noteBroken(broken, () -> trail.exported(prepared, format, rows.get(), false));
            throw broken;
        }
        trail.exported(prepared, format, rows.get(), true);
        return rows.get();
    }

    /// Asks once, so that a question without an answer is refused before it is left to the background.
    ///
    /// @throws PermissionDenied when the member may not export the brand asked about, or, asked about all, not all
    /// @throws QueryNotUnderstood with the place and the mend
    /// @throws SearchTooBroad when the search would take too long
    public void check(SearchQuestion question) {
        requireExport(brand(question));
        search.search(question);
    }

    /// How many rows a file of this question has, counted in the index.
    ///
    /// @throws SearchNotWhole while the index is being built
    public long count(SearchQuestion question) {
        return search.total(question);
    }

    /// A file that may be written.
    public record Prepared(
            SearchQuestion question,
            List<FoundColumn> columns,
            MemberScope member,
            Optional<VisibleBrand> brand,
            ZoneId zone,
            FoundRows rows) {}
}
