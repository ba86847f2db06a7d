package org.gazouillis.web.schedule;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.publish.CalendarFeeds;
import org.gazouillis.schedule.Almanac;
import org.gazouillis.schedule.Almanacs;
import org.gazouillis.tenancy.VisibleBrand;
import org.gazouillis.web.i18n.LocalFormat;
import org.gazouillis.web.shell.Shell;

/// `/schedule/almanacs?brand=`: holidays and own events from files, and the reader's own link to the plan for
/// calendar programs.
@Named
@RequestScoped
public class AlmanacPage {
    @Inject
    private Shell shell;

    @Inject
    private Almanacs almanacs;

    @Inject
    private CalendarFeeds feeds;

    @SuppressWarnings("NullAway.Init")
    private VisibleBrand brand;

    private List<Row> rows = List.of();
    private boolean forAll;
    private boolean linked;
    private String link = "";

    /// @param scope the brand's name, or "Every brand"
    /// @param mayRemove whether the reader may take it out
    public record Row(String id, String name, String file, String scope, int events, String until, boolean mayRemove) {}

    /// The view action.
    public void read() {
        brand = shell.brandOrFirst();
        forAll = almanacs.mayForAll();
        Map<BrandId, String> names =
                shell.getBrands().stream().collect(Collectors.toMap(VisibleBrand::id, VisibleBrand::name));
        rows = almanacs.all().stream().map(each -> row(each, names)).toList();
        feeds.standing(brand.id()).ifPresent(feed -> {
            linked = true;
            Instant read = feed.lastReadAt();
            link = read == null
                    ? shell.texts().text("feed.unread", moment(feed.createdAt(), brand.zone()))
                    : shell.texts()
                            .text("feed.read", moment(feed.createdAt(), brand.zone()), moment(read, brand.zone()));
        });
    }

    private Row row(Almanac almanac, Map<BrandId, String> names) {
        BrandId owner = almanac.brand();
        return new Row(
                almanac.id().toString(),
                almanac.name(),
                almanac.fileName(),
                owner == null ? shell.texts().text("almanac.all") : names.getOrDefault(owner, ""),
                almanac.events(),
                LocalFormat.date(FormatStyle.MEDIUM)
                        .withLocale(shell.getLocale())
                        .format(almanac.laidOutTo()),
                owner == null ? forAll : shell.may(owner, "PLAN_CAMPAIGNS"));
    }

    private String moment(Instant at, ZoneId zone) {
        return LocalFormat.dateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(shell.getLocale())
                .withZone(zone)
                .format(at);
    }

    public VisibleBrand getBrand() {
        return brand;
    }

    public List<Row> getRows() {
        return rows;
    }

    /// Whether the reader may bring a file in for the brand.
    public boolean isMayAdd() {
        return forAll || shell.may(brand.id(), "PLAN_CAMPAIGNS");
    }

    /// Whether the reader may bring a file in for every brand.
    public boolean isForAll() {
        return forAll;
    }

    /// Whether the reader has a link to this brand's plan.
    public boolean isLinked() {
        return linked;
    }

    /// "Made on …, last read on …"; empty without a link.
    public String getLink() {
        return link;
    }

    public String getHere() {
        return "/schedule/almanacs?brand=" + brand.handle();
    }
}
