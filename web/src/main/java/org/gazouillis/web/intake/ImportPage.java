package org.gazouillis.web.intake;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.gazouillis.boot.Settings;
import org.gazouillis.intake.ImportNotFound;
import org.gazouillis.intake.ImportRun;
import org.gazouillis.intake.Imports;
import org.gazouillis.kernel.ImportId;
import org.gazouillis.tenancy.VisibleBrand;
import org.gazouillis.web.shell.Shell;
import org.jspecify.annotations.Nullable;

/// `/intake/import?brand=&run=`: bring a file in, see what came of one import and which were the last.
@Named
@RequestScoped
public class ImportPage {
    private static final int LAST = 20;

    @Inject
    private Imports imports;

    @Inject
    private Settings settings;

    @Inject
    private Shell shell;

    private @Nullable VisibleBrand brand;
    private @Nullable ImportRow run;
    private List<ImportRow> last = List.of();

    /// The view action: reads the address, then the imports.
    public void read() {
        VisibleBrand owner = shell.brandOrFirst();
        brand = owner;
        last = imports.newest(owner.id(), LAST).stream()
                .map(each -> row(each, owner))
                .toList();
        String wanted = FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterMap()
                .get("run");
        if (wanted != null && !wanted.isBlank()) {
            run = row(ofBrand(ImportId.parse(wanted), owner), owner);
        }
    }

    private ImportRun ofBrand(ImportId id, VisibleBrand owner) {
        ImportRun found = imports.find(id);
        if (!found.brandId().equals(owner.id())) {
            throw new ImportNotFound(id);
        }
        return found;
    }

    private ImportRow row(ImportRun each, VisibleBrand owner) {
        return ImportRow.of(each, shell.texts(), shell.getLocale(), owner.zone());
    }

    public @Nullable VisibleBrand getBrand() {
        return brand;
    }

    public boolean isAllowed() {
        return brand != null && shell.may(brand.id(), "IMPORT");
    }

    /// This page for this brand, to which `&run=` is added.
    public String getHere() {
        return brand == null ? "" : "/intake/import?brand=" + URLEncoder.encode(brand.handle(), StandardCharsets.UTF_8);
    }

    /// Where the form is sent.
    public String getTarget() {
        return brand == null ? "" : "/api/desk/v1/brands/" + brand.id() + "/imports";
    }

    /// In bytes.
    public long getLargest() {
        return settings.largestUpload();
    }

    /// "CSV or JSON Lines, also packed with gzip, up to 100 MB."
    public String getKinds() {
        return shell.texts().text("import.kinds", settings.largestUploadInMegabytes());
    }

    /// The import in the address; null when it names none.
    public @Nullable ImportRow getRun() {
        return run;
    }

    /// The newest first.
    public List<ImportRow> getLast() {
        return last;
    }
}
