package org.gazouillis.web.publish;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.gazouillis.publish.CrisisStop;
import org.gazouillis.publish.CrisisStops;
import org.gazouillis.tenancy.VisibleBrand;
import org.gazouillis.web.shell.Shell;

/// For the frame of every page: the stops that stand, and whether this member may press. Read once per request.
@Named("stops")
@RequestScoped
public class StopBanners {
    @Inject
    private CrisisStops stops;

    @Inject
    private Shell shell;

    private List<Banner> banners = List.of();

    /// One standing stop: what it covers, since when and by whom.
    public record Banner(String id, String scope, String since) {}

    @PostConstruct
    void read() {
        banners = stops.standing().stream().map(this::banner).toList();
    }

    private Banner banner(CrisisStop stop) {
        return new Banner(
                stop.id().toString(),
                StopWords.scope(stop, shell.texts()),
                shell.texts()
                        .text(
                                "stop.since",
                                StopWords.moment(stop.raisedAt(), zone(stop), shell.texts()),
                                stop.raisedBy()));
    }

    /// The zone of the stopped brand, else of the first that the member sees.
    ZoneId zone(CrisisStop stop) {
        return shell.getBrands().stream()
                .filter(each -> stop.brandId() == null || each.id().equals(stop.brandId()))
                .findFirst()
                .map(VisibleBrand::zone)
                .orElse(ZoneOffset.UTC);
    }

    public List<Banner> getBanners() {
        return banners;
    }

    public boolean isOffered() {
        return shell.getBrands().stream().anyMatch(each -> shell.may(each.id(), "STOP"));
    }
}
