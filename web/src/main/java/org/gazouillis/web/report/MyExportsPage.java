package org.gazouillis.web.report;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.gazouillis.report.ExportJob;
import org.gazouillis.report.ExportJobs;
import org.gazouillis.tenancy.VisibleBrand;
import org.gazouillis.web.shell.Shell;

/// The part of `/report/export` about exports in the background: the member's own for the brand.
@Named
@RequestScoped
public class MyExportsPage {
    @Inject
    private ExportJobs jobs;

    @Inject
    private Shell shell;

    private List<ExportJobView> rows = List.of();

    @PostConstruct
    void read() {
        VisibleBrand brand = shell.brandOrFirst();
        if (shell.may(brand.id(), "EXPORT")) {
            rows = jobs.mine(brand.id()).stream().map(this::view).toList();
        }
    }

    private ExportJobView view(ExportJob job) {
        return ExportJobView.of(job, shell.texts());
    }

    /// The newest first.
    public List<ExportJobView> getRows() {
        return rows;
    }

    /// Whether the page has to look again.
    public boolean isBusy() {
        return rows.stream().anyMatch(ExportJobView::busy);
    }
}
