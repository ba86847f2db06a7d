package org.gazouillis.web.dashboard;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.gazouillis.dashboard.BrandOverview;
import org.gazouillis.web.i18n.Messages;
import org.jspecify.annotations.Nullable;

/// A brand's line on Home.
///
/// @param link where the whole line leads: to what needs somebody, else to the brand's figures
/// @param slots today's posts in order, one sign each, with the state as a word
/// @param needs what needs somebody, worst first; empty when nothing does
public record BrandRow(
        String name,
        String colour,
        String link,
        List<Slot> slots,
        String today,
        @Nullable Instant nextAt,
        String next,
        String nextText,
        String nextLang,
        String points,
        String week,
        String change,
        String weekWords,
        List<Need> needs) {
    /// One post of today: a sign for the eye and the state in words for the ear.
    public record Slot(String sign, String state, String word) {}

    /// What needs somebody, and how badly (`danger`, `warning`, `info`).
    public record Need(String grade, String text) {}

    static BrandRow of(BrandOverview brand, FigureText figures, Messages texts, ZonedDateTime now) {
        TimeText times = new TimeText(figures.locale(), brand.zone());
        Double change = brand.weekChange();
        String week = figures.count(brand.weekTotal());
        String signed = change == null ? FigureText.MISSING : figures.signed(change);
        return new BrandRow(
                brand.name(),
                brand.colour(),
                link(brand),
                brand.today().stream().map(state -> slot(state, texts)).toList(),
                brand.today().isEmpty()
                        ? texts.text("home.today.empty")
                        : texts.text("home.queued", brand.queuedToday()),
                brand.nextAt(),
                brand.nextAt() == null ? FigureText.MISSING : next(brand.nextAt(), times, now),
                brand.nextText() == null ? "" : brand.nextText(),
                brand.nextLang() == null ? "" : brand.nextLang(),
                Sparkline.points(brand.week()),
                week,
                signed,
                texts.text("home.week.words", week, signed),
                needs(brand.attention(), texts));
    }

    private static String link(BrandOverview brand) {
        boolean calm = brand.attention().trouble() + brand.attention().waiting() == 0;
        return (calm ? "/dashboard/analytics?brand=" : "/publish/queue?brand=") + brand.handle();
    }

    /// The time alone when it is today; with the brand's zone when that is not the page's.
    static String next(Instant at, TimeText times, ZonedDateTime now) {
        boolean today = at.atZone(times.zone())
                .toLocalDate()
                .equals(now.withZoneSameInstant(times.zone()).toLocalDate());
        String text = today ? times.clock(at) : times.moment(at);
        return times.zone().equals(now.getZone())
                ? text
                : text + " · " + times.zone().getId();
    }

    private static Slot slot(String state, Messages texts) {
        String sign =
                switch (state) {
                    case "PUBLISHED" -> "✓";
                    case "FAILED", "MISSED" -> "!";
                    case "HELD" -> "‖";
                    case "IN_REVIEW" -> "◔";
                    default -> "◷";
                };
        return new Slot(sign, state, texts.text("home.state." + state));
    }

    private static List<Need> needs(BrandOverview.Attention attention, Messages texts) {
        List<Need> needs = new ArrayList<>();
        add(needs, "danger", attention.failed(), texts, "home.need.failed");
        add(needs, "danger", attention.missed(), texts, "home.need.missed");
        add(needs, "warning", attention.held(), texts, "home.need.held");
        add(needs, "info", attention.waiting(), texts, "home.need.waiting");
        return needs;
    }

    private static void add(List<Need> needs, String grade, int number, Messages texts, String key) {
        if (number > 0) {
            needs.add(new Need(grade, texts.text(key, number)));
        }
    }
}
