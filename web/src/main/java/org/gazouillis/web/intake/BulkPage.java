package org.gazouillis.web.intake;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.gazouillis.boot.Settings;
import org.gazouillis.intake.BulkFormat;
import org.gazouillis.intake.BulkNotFound;
import org.gazouillis.intake.BulkPlans;
import org.gazouillis.intake.BulkProfile;
import org.gazouillis.intake.BulkProfiles;
import org.gazouillis.intake.BulkRole;
import org.gazouillis.intake.BulkRow;
import org.gazouillis.intake.BulkRun;
import org.gazouillis.intake.BulkShow;
import org.gazouillis.kernel.BulkId;
import org.gazouillis.kernel.Slice;
import org.gazouillis.tenancy.VisibleBrand;
import org.gazouillis.web.shell.Shell;
import org.jspecify.annotations.Nullable;

/// `/intake/bulk?brand=&run=&show=&after=&row=`: send a file of posts, look at its rows, mend and plan them.
@Named
@RequestScoped
public class BulkPage {
    private static final int LAST = 20;
    private static final int ROWS = 50;

    @Inject
    private BulkPlans plans;

    @Inject
    private BulkProfiles profiles;

    @Inject
    private Settings settings;

    @Inject
    private Shell shell;

    @Inject
    private HttpServletRequest request;

    private @Nullable VisibleBrand brand;
    private @Nullable BulkRun found;
    private @Nullable BulkRunView run;
    private String show = "all";
    private List<BulkRowView> rows = List.of();
    private List<BulkGroupView> groups = List.of();
    private @Nullable String next;
    private List<BulkRunView> last = List.of();

    /// The view action: reads the address, then the run it names and its rows.
    public void read() {
        VisibleBrand owner = shell.brandOrFirst();
        brand = owner;
        last = plans.newest(owner.id(), LAST).stream()
                .map(each -> BulkRunView.of(each, shell.texts(), owner.zone()))
                .toList();
        String wanted = request.getParameter("run");
        if (wanted != null && !wanted.isBlank()) {
            read(BulkId.parse(wanted), owner);
        }
    }

    private void read(BulkId id, VisibleBrand owner) {
        BulkRun read = plans.find(id);
        if (!read.brandId().equals(owner.id())) {
            throw new BulkNotFound(id);
        }
        found = read;
        run = BulkRunView.of(read, shell.texts(), owner.zone());
        show = show(read);
        String one = request.getParameter("row");
        if (one == null) {
            Slice<BulkRow> page = plans.rows(id, BulkShow.of(show), number("after", 0), ROWS);
            rows = views(page.items(), read);
            next = page.next();
        } else {
            rows = views(List.of(plans.row(id, number("row", 1))), read);
        }
        List<BulkGroupView> all = new ArrayList<>();
        plans.groups(id).stream()
                .filter(group -> group.rows() > 1)
                .forEach(group -> all.add(BulkGroupView.of(all.size(), group, shell.texts())));
        groups = all;
    }

    private List<BulkRowView> views(List<BulkRow> items, BulkRun of) {
        return items.stream().map(row -> BulkRowView.of(row, of, shell.texts())).toList();
    }

    /// Who names no rows wants to see what is to be mended, if anything is.
    private String show(BulkRun of) {
        String wanted = request.getParameter("show");
        boolean known =
                Arrays.stream(BulkShow.values()).anyMatch(each -> each.key().equals(wanted));
        if (wanted != null && known) {
            return wanted;
        }
        return of.counts().refused() > 0 ? "wrong" : "all";
    }

    private int number(String parameter, int otherwise) {
        String value = request.getParameter(parameter);
        return value != null && value.matches("\\d{1,9}") ? Integer.parseInt(value) : otherwise;
    }

    public @Nullable VisibleBrand getBrand() {
        return brand;
    }

    public boolean isAllowed() {
        return brand != null && shell.may(brand.id(), "PUBLISH");
    }

    /// This page for this brand, to which `&run=` is added.
    public String getHere() {
        return brand == null ? "" : "/intake/bulk?brand=" + URLEncoder.encode(brand.handle(), StandardCharsets.UTF_8);
    }

    /// This page for this run, to which `&show=` is added.
    public String getRunHere() {
        return run == null ? getHere() : getHere() + "&run=" + run.id();
    }

    /// Where the form is sent; profiles and templates lie below.
    public String getTarget() {
        return brand == null ? "" : "/api/desk/v1/brands/" + brand.id() + "/bulk";
    }

    /// In bytes.
    public long getLargest() {
        return settings.largestUpload();
    }

    public List<BulkFormat> getFormats() {
        return List.of(BulkFormat.values());
    }

    public List<BulkProfile> getProfiles() {
        return brand == null ? List.of() : profiles.all(brand.id());
    }

    public List<String> getAccounts() {
        return brand == null ? List.of() : plans.accounts(brand.id());
    }

    public List<String> getCampaigns() {
        return brand == null ? List.of() : plans.campaigns(brand.id());
    }

    /// What columns can mean, with the column that means it now.
    public List<Mapped> getMapping() {
        BulkRun read = found;
        return read == null
                ? List.of()
                : Arrays.stream(BulkRole.values())
                        .map(role -> new Mapped(
                                role.key(),
                                shell.texts().text("bulk.role." + role.key()),
                                Objects.requireNonNullElse(read.roles().get(role), "")))
                        .toList();
    }

    /// @param column empty when no column means it
    public record Mapped(String role, String word, String column) {}

    public List<String> getColumns() {
        return found == null ? List.of() : found.columns();
    }

    /// What was said about the dates of this file; empty when nothing was.
    public String getDateFormat() {
        return found == null ? "" : Objects.requireNonNullElse(found.wish().dateFormat(), "");
    }

    /// The zone of times without one.
    public String getZone() {
        if (found != null && found.wish().zone() != null) {
            return found.wish().zone().getId();
        }
        return brand == null ? "" : brand.zone().getId();
    }

    /// Whether no column is known to hold the text or the time: then the mapping must be said first.
    public boolean isUnmapped() {
        return found != null
                && !found.columns().isEmpty()
                && (!found.roles().containsKey(BulkRole.TEXT)
                        || !(found.roles().containsKey(BulkRole.WHEN)
                                || found.roles().containsKey(BulkRole.DATE)));
    }

    /// The run in the address; null when it names none.
    public @Nullable BulkRunView getRun() {
        return run;
    }

    public String getShow() {
        return show;
    }

    public List<BulkRowView> getRows() {
        return rows;
    }

    public List<BulkGroupView> getGroups() {
        return groups;
    }

    /// Cursor of the next rows; null when there are none.
    public @Nullable String getNext() {
        return next;
    }

    /// The newest first.
    public List<BulkRunView> getLast() {
        return last;
    }
}
