package org.gazouillis.web.publish;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gazouillis.campaign.CampaignPlanner;
import org.gazouillis.publish.CrisisDesk;
import org.gazouillis.publish.CrisisStop;
import org.gazouillis.publish.CrisisStops;
import org.gazouillis.publish.Triage;
import org.gazouillis.tenancy.VisibleBrand;
import org.gazouillis.web.shell.Shell;
import org.jspecify.annotations.Nullable;

/// `/publish/stop?brand=&minutes=`: the big button, what stands, what it holds back and what had left before.
@Named
@RequestScoped
public class StopPage {
    private static final List<Integer> LOOK_BACKS = List.of(5, 15, 60);
    private static final int RELEASED = 5;

    @Inject
    private Shell shell;

    @Inject
    private StopBanners banners;

    @Inject
    private CrisisDesk desk;

    @Inject
    private CrisisStops stops;

    @Inject
    private CampaignPlanner planner;

    @Inject
    private Triage triage;

    @Inject
    private HttpServletRequest request;

    private int minutes = 15;
    private boolean owner;
    private int waiting;
    private List<Scope> scopes = List.of();
    private List<StopCard> standing = List.of();
    private List<StopCard> released = List.of();

    /// Something that can be stopped: `value` is a query such as `brand=17&campaign=23`.
    public record Scope(String value, String label, boolean chosen) {}

    /// A link that looks further or less far back.
    public record LookBack(String link, String label, boolean current) {}

    /// The view action.
    public void read() {
        String wanted = request.getParameter("minutes");
        minutes = LOOK_BACKS.stream()
                .filter(each -> each.toString().equals(wanted))
                .findFirst()
                .orElse(15);
        owner = desk.may(null);
        scopes = choose(scopes());
        standing = stops.standing().stream().map(this::counted).toList();
        released = stops.newest(RELEASED * 4).stream()
                .filter(each -> !each.isStanding())
                .limit(RELEASED)
                .map(each -> StopCard.of(each, banners.zone(each), shell.texts()))
                .toList();
        waiting = triage.waiting(null).all();
    }

    private StopCard counted(CrisisStop stop) {
        ZoneId zone = banners.zone(stop);
        return StopCard.of(stop, zone, shell.texts())
                .with(
                        stops.figures(stop.id(), minutes),
                        stops.left(stop.id(), minutes),
                        zone,
                        shell.texts(),
                        stop.brandId() == null ? owner : desk.may(stop.brandId()));
    }

    private List<Scope> scopes() {
        List<Scope> all = new ArrayList<>();
        VisibleBrand brand = shell.getBrand();
        for (VisibleBrand each : shell.getBrands()) {
            if (shell.may(each.id(), "STOP")) {
                boolean chosen = each.equals(brand);
                all.add(new Scope(
                        "brand=" + each.id(), shell.texts().text("stop.all-of", "@" + each.handle()), chosen));
                if (chosen) {
                    partsOf(each).forEach(all::add);
                }
            }
        }
        if (owner) {
            all.add(new Scope("workspace=true", shell.texts().text("stop.all-of-workspace"), brand == null));
            networks(shell.getBrands().stream())
                    .map(each -> part("workspace=true&network=" + each, "stop.all-of-network", each))
                    .forEach(all::add);
        }
        return all;
    }

    private Stream<Scope> partsOf(VisibleBrand brand) {
        return Stream.concat(
                planner.of(brand.id()).stream()
                        .map(each -> part(
                                "brand=" + brand.id() + "&campaign=" + each.id(), "stop.scope.campaign", each.name())),
                networks(Stream.of(brand))
                        .map(each -> part(
                                "brand=" + brand.id() + "&network=" + each,
                                "stop.brand-on-network",
                                "@" + brand.handle(),
                                each)));
    }

    private Scope part(String value, String key, Object... words) {
        return new Scope(value, shell.texts().text(key, words), false);
    }

    private static Stream<String> networks(Stream<VisibleBrand> brands) {
        return brands.flatMap(each -> each.accounts().stream())
                .map(VisibleBrand.Account::network)
                .distinct()
                .sorted();
    }

    /// The first when the address names none that may be stopped.
    private static List<Scope> choose(List<Scope> all) {
        if (all.isEmpty() || all.stream().anyMatch(Scope::chosen)) {
            return all;
        }
        Scope first = all.getFirst();
        List<Scope> chosen = new ArrayList<>(all);
        chosen.set(0, new Scope(first.value(), first.label(), true));
        return chosen;
    }

    public List<Scope> getScopes() {
        return scopes;
    }

    public List<StopCard> getStanding() {
        return standing;
    }

    public List<StopCard> getReleased() {
        return released;
    }

    /// Posts that wait for triage.
    public int getWaiting() {
        return waiting;
    }

    public List<LookBack> getLookBacks() {
        String brand = brandQuery(shell.getBrand());
        return LOOK_BACKS.stream()
                .map(each -> new LookBack(
                        "/publish/stop?minutes=" + each + brand,
                        shell.texts().text("stop.minutes", each),
                        each == minutes))
                .toList();
    }

    private static String brandQuery(@Nullable VisibleBrand brand) {
        return brand == null ? "" : "&brand=" + brand.handle();
    }
}
