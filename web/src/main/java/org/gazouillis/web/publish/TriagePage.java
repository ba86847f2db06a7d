package org.gazouillis.web.publish;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.publish.HeldPosts;
import org.gazouillis.publish.Triage;
import org.gazouillis.tenancy.VisibleBrand;
import org.gazouillis.web.shell.Shell;

/// `/publish/triage?brand=`: what was held or missed, and three ways out for each.
@Named
@RequestScoped
public class TriagePage {
    @Inject
    private Shell shell;

    @Inject
    private Triage triage;

    @Inject
    private Clock clock;

    @Inject
    private HttpServletRequest request;

    private List<HeldRow> rows = List.of();
    private int all;

    /// The view action.
    public void read() {
        VisibleBrand brand = shell.getBrand();
        HeldPosts waiting = triage.waiting(brand == null ? null : brand.id());
        rows = waiting.posts().stream()
                .map(each -> HeldRow.of(each, shell.texts()))
                .toList();
        all = waiting.all();
    }

    public List<HeldRow> getRows() {
        return rows;
    }

    public int getAll() {
        return all;
    }

    public boolean isMore() {
        return all > rows.size();
    }

    /// "312 posts wait".
    public String getCount() {
        return shell.texts().text("triage.count", all);
    }

    /// Whether a stop was released just now, to be told once.
    public boolean isReleased() {
        return "true".equals(request.getParameter("released"));
    }

    /// The zone in which new times are meant: the brand's, else the first one's.
    public String getZone() {
        return zone().getId();
    }

    /// The next full hour, as `<input type="datetime-local">` wants it.
    public String getSoon() {
        ZonedDateTime next =
                clock.instant().atZone(zone()).truncatedTo(ChronoUnit.HOURS).plusHours(1);
        return DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm", Locale.ROOT).format(next);
    }

    public boolean isMayDecide() {
        VisibleBrand brand = shell.getBrand();
        return brand == null
                ? shell.getBrands().stream().map(VisibleBrand::id).anyMatch(this::mayPublish)
                : mayPublish(brand.id());
    }

    private boolean mayPublish(BrandId brand) {
        return shell.may(brand, "PUBLISH");
    }

    private ZoneId zone() {
        VisibleBrand brand = shell.getBrand();
        return brand != null
                ? brand.zone()
                : shell.getBrands().stream().findFirst().map(VisibleBrand::zone).orElse(ZoneOffset.UTC);
    }
}
