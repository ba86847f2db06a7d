package org.gazouillis.web.link;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.gazouillis.kernel.LinkId;
import org.gazouillis.link.LinkChange;
import org.gazouillis.link.LinkDay;
import org.gazouillis.link.LinkSource;
import org.gazouillis.link.OwnAddress;
import org.gazouillis.link.Redirector;
import org.gazouillis.link.ShortLink;
import org.gazouillis.link.ShortLinks;
import org.gazouillis.link.TargetRefused;
import org.gazouillis.security.BrandNames;
import org.gazouillis.tenancy.VisibleBrand;
import org.gazouillis.web.dashboard.FigureText;
import org.gazouillis.web.dashboard.TimeText;
import org.gazouillis.web.shell.Shell;

/// `/link/one?brand=&id=`: a short link, its clicks by day and by where they came from, and where it leads.
@Named
@RequestScoped
public class LinkPage {
    private static final int DAYS = 60;
    private static final Set<String> TOLD = Set.of("opened", "changed", "enabled", "disabled");

    @Inject
    private Shell shell;

    @Inject
    private ShortLinks links;

    @Inject
    private Redirector redirector;

    @Inject
    private OwnAddress own;

    @Inject
    private BrandNames brands;

    @Inject
    private HttpServletRequest request;

    @SuppressWarnings("NullAway.Init")
    private ShortLink link;

    @SuppressWarnings("NullAway.Init")
    private VisibleBrand brand;

    private List<Line> days = List.of();
    private List<Line> referrers = List.of();
    private List<Line> devices = List.of();
    private String target = "";

    /// A number with its name, and how long its bar is in per cent of the longest.
    public record Line(String name, String clicks, int bar) {}

    @PostConstruct
    void read() {
        link = links.one(
                LinkId.parse(Optional.ofNullable(request.getParameter("id")).orElse("")));
        brand = brands.named(link.brandId().toString());
        target = link.typed();
        TimeText times = new TimeText(shell.getLocale(), brand.zone());
        List<LinkDay> read = links.days(link.id(), DAYS).reversed();
        int most = read.stream().mapToInt(LinkDay::clicks).max().orElse(0);
        days = read.stream()
                .map(day -> line(times.day(day.day()), day.clicks(), most))
                .toList();
        referrers = lines("REFERRER", "link.referrer.none", "");
        devices = lines("DEVICE", "", "link.device.");
    }

    private List<Line> lines(String kind, String nameless, String prefix) {
        List<LinkSource> read = links.sources(link.id(), kind);
        int most = read.stream().mapToInt(LinkSource::clicks).max().orElse(0);
        return read.stream()
                .map(source -> line(name(source.name(), nameless, prefix), source.clicks(), most))
                .toList();
    }

    private String name(String name, String nameless, String prefix) {
        if (name.isEmpty()) {
            return shell.texts().text(nameless);
        }
        return prefix.isEmpty() ? name : shell.texts().text(prefix + name.toLowerCase(Locale.ROOT));
    }

    private Line line(String name, int clicks, int most) {
        return new Line(name, new FigureText(shell.getLocale()).count(clicks), most == 0 ? 0 : clicks * 100 / most);
    }

    /// Leads it elsewhere; what was typed comes back when it will not do.
    public void lead() throws IOException {
        try {
            links.change(link.id(), LinkChange.target(target));
            leave("changed");
        } catch (TargetRefused refused) {
            String words =
                    shell.texts().text("link.refused." + refused.reason().name().toLowerCase(Locale.ROOT));
            FacesContext.getCurrentInstance()
                    .addMessage("lead:target", new FacesMessage(FacesMessage.SEVERITY_ERROR, words, words));
        }
    }

    /// Switches it off, or on again.
    public void toggle() throws IOException {
        boolean on = !link.enabled();
        links.change(link.id(), LinkChange.enabled(on));
        leave(on ? "enabled" : "disabled");
    }

    private void leave(String done) throws IOException {
        redirector.forget(link.code());
        FacesContext.getCurrentInstance()
                .getExternalContext()
                .redirect("/link/one?brand=" + brand.handle() + "&id=" + link.id() + "&done=" + done);
    }

    public LinkRow getRow() {
        return LinkRow.of(link, own, brand, shell.texts());
    }

    public VisibleBrand getBrand() {
        return brand;
    }

    public List<Line> getDays() {
        return days;
    }

    public List<Line> getReferrers() {
        return referrers;
    }

    public List<Line> getDevices() {
        return devices;
    }

    public boolean isMayWrite() {
        return shell.may(brand.id(), "WRITE");
    }

    /// What was just done, to be told once; empty when nothing was.
    public String getDone() {
        String done = request.getParameter("done");
        return done != null && TOLD.contains(done) ? shell.texts().text("link.done." + done) : "";
    }

    public String getTarget() {
        return target;
    }

    public void setTarget(String target) {
        this.target = target;
    }
}
