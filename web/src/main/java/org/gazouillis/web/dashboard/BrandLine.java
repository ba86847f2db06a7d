package org.gazouillis.web.dashboard;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.gazouillis.dashboard.BrandStanding;
import org.gazouillis.dashboard.BrandTable;
import org.gazouillis.dashboard.BrandTrouble;
import org.gazouillis.dashboard.NextPost;
import org.gazouillis.rollup.Figure;
import org.gazouillis.rollup.Measure;
import org.gazouillis.web.i18n.Messages;

/// A brand's line on the page of all brands.
///
/// @param link its figures of the same period
/// @param zone of its days and times
/// @param needs what needs somebody, worst first; empty when nothing does
public record BrandLine(
        String name, String colour, String link, String zone, List<Need> needs, List<Next> next, List<Cell> figures) {
    /// What needs somebody, how badly (`danger`, `warning`, `info`), and where it is mended.
    public record Need(String grade, String text, String link) {}

    /// A post that goes out soon.
    public record Next(Instant at, String time, String text, String lang, String link) {}

    /// @param pair what a rate is made of, `12 ÷ 480`; empty for a count
    public record Cell(MeasureTile tile, String pair) {}

    static BrandLine of(BrandStanding brand, BrandsAddress address, FigureText figures, Messages texts, Instant now) {
        TimeText times = new TimeText(figures.locale(), brand.zone());
        return new BrandLine(
                brand.name(),
                brand.colour(),
                address.ofBrand(brand.handle()),
                brand.zone().getId(),
                needs(brand.trouble(), brand.handle(), texts),
                brand.next().stream().map(post -> next(post, brand, times, now)).toList(),
                BrandTable.MEASURES.stream()
                        .map(measure -> cell(measure, brand, address, figures, texts))
                        .toList());
    }

    private static Next next(NextPost post, BrandStanding brand, TimeText times, Instant now) {
        return new Next(
                post.dueAt(),
                BrandRow.next(post.dueAt(), times, now.atZone(brand.zone())),
                post.text(),
                post.lang(),
                "/publish/queue?brand=" + brand.handle() + "&post=" + post.id());
    }

    private static Cell cell(
            Measure measure, BrandStanding brand, BrandsAddress address, FigureText figures, Messages texts) {
        Figure now = measure.of(brand.figures().now().totals());
        Long part = now.numerator();
        Long whole = now.denominator();
        return new Cell(
                MeasureTile.of(
                        measure.definition(figures.locale()),
                        brand.figures(),
                        figures,
                        texts,
                        AnalyticsAddress.read(address.figures().parameters(), brand.handle())),
                part == null || whole == null ? "" : figures.count(part) + " ÷ " + figures.count(whole));
    }

    private static List<Need> needs(BrandTrouble trouble, String handle, Messages texts) {
        String brand = "?brand=" + handle;
        List<Need> needs = new ArrayList<>();
        add(needs, "danger", trouble.stops(), "brands.need.stops", "/publish/stop" + brand, texts);
        add(needs, "danger", trouble.posts().failed(), "home.need.failed", "/publish/queue" + brand, texts);
        add(needs, "danger", trouble.posts().missed(), "home.need.missed", "/publish/triage" + brand, texts);
        add(needs, "danger", trouble.ended(), "brands.need.ended", "/publish/accounts" + brand, texts);
        add(needs, "warning", trouble.posts().held(), "home.need.held", "/publish/triage" + brand, texts);
        add(needs, "warning", trouble.ending(), "brands.need.ending", "/publish/accounts" + brand, texts);
        add(needs, "info", trouble.posts().waiting(), "home.need.waiting", "/publish/queue" + brand, texts);
        add(needs, "info", trouble.quiet(), "brands.need.quiet", "/publish/rules" + brand, texts);
        add(needs, "info", trouble.alerts(), "brands.need.alerts", "/notice/notices" + brand, texts);
        return needs;
    }

    private static void add(List<Need> needs, String grade, int number, String key, String link, Messages texts) {
        if (number > 0) {
            needs.add(new Need(grade, texts.text(key, number), link));
        }
    }
}
