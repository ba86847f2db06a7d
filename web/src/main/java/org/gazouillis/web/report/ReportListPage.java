package org.gazouillis.web.report;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.gazouillis.report.Report;
import org.gazouillis.report.Reports;
import org.gazouillis.tenancy.VisibleBrand;
import org.gazouillis.web.dashboard.TimeText;
import org.gazouillis.web.shell.Shell;
import org.jspecify.annotations.Nullable;

/// `/report/reports?brand=`: the reports of a brand, and new ones from a template.
@Named
@RequestScoped
public class ReportListPage {
    @Inject
    private Reports reports;

    @Inject
    private Shell shell;

    private @Nullable VisibleBrand brand;
    private List<Row> rows = List.of();

    /// One report.
    public record Row(String id, String name, String link, String changed) {}

    /// The view action.
    public void read() {
        VisibleBrand chosen = shell.brandOrFirst();
        brand = chosen;
        if (isAllowed()) {
            TimeText times = new TimeText(shell.getLocale(), chosen.zone());
            rows = reports.all(chosen.id()).stream()
                    .map(report -> row(report, times, chosen))
                    .toList();
        }
    }

    private Row row(Report report, TimeText times, VisibleBrand chosen) {
        return new Row(
                report.id().toString(),
                report.plan().titled(chosen.name()),
                "/report/one?brand=" + chosen.handle() + "&id=" + report.id(),
                shell.texts().text("reports.changed", times.moment(report.changedAt())));
    }

    public VisibleBrand getBrand() {
        VisibleBrand chosen = brand;
        if (chosen == null) {
            throw new IllegalStateException("the view action has not read the address");
        }
        return chosen;
    }

    public boolean isAllowed() {
        return shell.may(getBrand().id(), "EXPORT");
    }

    public List<Row> getRows() {
        return rows;
    }
}
