package org.gazouillis.web.campaign;

import org.gazouillis.dashboard.CampaignStanding;
import org.gazouillis.rollup.Figure;
import org.gazouillis.rollup.Measure;
import org.gazouillis.web.dashboard.FigureText;
import org.gazouillis.web.i18n.Messages;
import org.jspecify.annotations.Nullable;

/// A campaign beside others, in the reader's words.
///
/// @param pace null without a goal
/// @param pair what the rate is made of, `12 ÷ 480`
/// @param chance the rate's interval, or that there are too few posts
public record CampaignColumn(
        CampaignText text,
        String link,
        @Nullable PaceText pace,
        String posts,
        String impressions,
        String engagements,
        String rate,
        String pair,
        String chance) {
    static CampaignColumn of(CampaignStanding standing, Messages words) {
        FigureText figures = new FigureText(words.getLocale());
        Figure rate = standing.report().of(Measure.ENGAGEMENT_RATE);
        return new CampaignColumn(
                CampaignText.of(standing.report(), words),
                "/campaign/one?brand=" + standing.report().brand().handle() + "&id="
                        + standing.report().sheet().id(),
                PaceText.of(standing.report(), words),
                value(Measure.POSTS_PUBLISHED, standing, figures),
                value(Measure.IMPRESSIONS, standing, figures),
                value(Measure.ENGAGEMENTS, standing, figures),
                value(Measure.ENGAGEMENT_RATE, standing, figures),
                count(rate.numerator(), figures) + " ÷ " + count(rate.denominator(), figures),
                chance(standing, figures, words));
    }

    private static String value(Measure measure, CampaignStanding standing, FigureText figures) {
        return figures.of(measure.unit(), standing.report().of(measure).value());
    }

    private static String count(@Nullable Long number, FigureText figures) {
        return figures.of(Measure.Unit.COUNT, number);
    }

    private static String chance(CampaignStanding standing, FigureText figures, Messages words) {
        Double low = standing.rate().low();
        Double high = standing.rate().high();
        return low == null || high == null
                ? words.text("campaign.compare.few", standing.counted())
                : words.text(
                        "campaign.compare.chance",
                        figures.of(Measure.Unit.SHARE, low),
                        figures.of(Measure.Unit.SHARE, high));
    }
}
