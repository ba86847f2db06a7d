package org.gazouillis.web.dashboard;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.gazouillis.dashboard.BrandOverview;
import org.gazouillis.dashboard.Overviews;
import org.gazouillis.web.shell.Shell;

/// `/dashboard/home`: all brands at a glance, or the one in the address; those with trouble first.
@Named
@RequestScoped
public class HomePage {
    private static final int NOON = 12;
    private static final int EVENING = 18;
    private static final int DAWN = 4;

    @Inject
    private Overviews overviews;

    @Inject
    private Shell shell;

    @Inject
    private Clock clock;

    private List<BrandOverview> brands = List.of();
    private List<BrandRow> rows = List.of();

    /// The view action.
    public void read() {
        FigureText figures = new FigureText(shell.getLocale());
        brands = overviews.read().stream()
                .filter(brand ->
                        shell.getBrand() == null || shell.getBrand().id().equals(brand.id()))
                .toList();
        rows = brands.stream()
                .map(brand -> BrandRow.of(
                        brand, figures, shell.texts(), clock.instant().atZone(zone())))
                .toList();
    }

    public List<BrandRow> getRows() {
        return rows;
    }

    /// "Good morning, Léa" by the clock of the brands.
    public String getGreeting() {
        int hour = clock.instant().atZone(zone()).getHour();
        String key = hour < DAWN || hour >= EVENING ? "evening" : hour < NOON ? "morning" : "afternoon";
        return shell.texts().text("home.good-" + key, firstName());
    }

    public String getDate() {
        return new TimeText(shell.getLocale(), zone()).longDay(clock.instant());
    }

    public String getZone() {
        return zone().getId();
    }

    public int getTrouble() {
        return sum(brand -> brand.attention().trouble());
    }

    public int getWaiting() {
        return sum(brand -> brand.attention().waiting());
    }

    public int getQueued() {
        return sum(BrandOverview::queuedToday);
    }

    /// Impressions of the last seven days over all brands; a dash without a brand.
    public String getWeek() {
        return brands.isEmpty()
                ? FigureText.MISSING
                : new FigureText(shell.getLocale())
                        .count(brands.stream()
                                .mapToLong(BrandOverview::weekTotal)
                                .sum());
    }

    private int sum(ToIntFunction<BrandOverview> part) {
        return brands.stream().mapToInt(part).sum();
    }

    private String firstName() {
        return shell.getName().split(" ", 2)[0];
    }

    /// The zone of most brands; UTC without a brand.
    private ZoneId zone() {
        return brands.stream()
                .collect(Collectors.groupingBy(BrandOverview::zone, Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.<ZoneId, Long>comparingByValue()
                        .thenComparing(entry -> entry.getKey().getId()))
                .map(Map.Entry::getKey)
                .orElse(ZoneOffset.UTC);
    }
}
