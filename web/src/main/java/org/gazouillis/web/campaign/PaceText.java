package org.gazouillis.web.campaign;

import java.util.Locale;
import org.gazouillis.dashboard.CampaignReport;
import org.gazouillis.dashboard.Pace;
import org.gazouillis.rollup.Measure;
import org.gazouillis.web.dashboard.FigureText;
import org.gazouillis.web.dashboard.TimeText;
import org.gazouillis.web.i18n.Messages;
import org.jspecify.annotations.Nullable;

/// A goal and how it stands, in the reader's words. Every text is there, empty where there is nothing to say.
///
/// @param goal "500 engagements by 15 Dec 2026"
/// @param bar per cent of the target, at most 100
/// @param pace "73 %"
/// @param grade colour of the pace: `success`, `warning`, `danger` or none
/// @param formula how the pace is made, with its numbers
/// @param forecast where the straight line leads, said to be one
public record PaceText(
        String goal,
        String reached,
        int bar,
        String share,
        String pace,
        String grade,
        String word,
        String formula,
        String forecast) {
    private static final double ON_PACE = 1;
    private static final double NEARLY = 0.8;

    static @Nullable PaceText of(CampaignReport report, Messages words) {
        Pace pace = report.pace();
        if (pace == null) {
            return null;
        }
        FigureText figures = new FigureText(words.getLocale());
        TimeText times = new TimeText(words.getLocale(), report.brand().zone());
        String name = report.measure().definition(words.getLocale()).name().toLowerCase(words.getLocale());
        String target = figures.count(pace.goal().target());
        String reached = pace.reached() == null ? FigureText.MISSING : figures.count(pace.reached());
        Double ratio = pace.ratio();
        String phase = pace.phase().name().toLowerCase(Locale.ROOT);
        return new PaceText(
                words.text("campaign.goal", target, name, times.day(pace.goal().on())),
                reached,
                (int) Math.min(100, Math.round(pace.share() * 100)),
                share(figures, pace.share()),
                ratio == null ? FigureText.MISSING : share(figures, ratio),
                grade(ratio),
                words.text("campaign.phase." + phase),
                ratio == null
                        ? words.text("campaign.pace.before")
                        : words.text(
                                "campaign.pace.formula",
                                reached,
                                target,
                                share(figures, pace.elapsed()),
                                share(figures, ratio),
                                times.moment(pace.asOf())),
                forecast(pace, figures, words));
    }

    private static String forecast(Pace pace, FigureText figures, Messages words) {
        Long forecast = pace.forecast();
        return forecast == null || pace.reached() == null
                ? ""
                : words.text(
                        "campaign.forecast",
                        figures.count(forecast),
                        figures.count(pace.reached()),
                        share(figures, pace.elapsed()));
    }

    private static String share(FigureText figures, double share) {
        return figures.of(Measure.Unit.SHARE, share);
    }

    private static String grade(@Nullable Double ratio) {
        if (ratio == null) {
            return "";
        }
        return ratio >= ON_PACE ? "success" : ratio >= NEARLY ? "warning" : "danger";
    }
}
