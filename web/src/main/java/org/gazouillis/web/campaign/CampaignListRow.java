package org.gazouillis.web.campaign;

import java.util.ArrayList;
import java.util.List;
import org.gazouillis.campaign.CampaignCard;
import org.gazouillis.dashboard.CampaignReport;
import org.gazouillis.dashboard.PostCounts;
import org.gazouillis.rollup.Measure;
import org.gazouillis.web.dashboard.FigureText;
import org.gazouillis.web.dashboard.TimeText;
import org.gazouillis.web.i18n.Messages;
import org.jspecify.annotations.Nullable;

/// One campaign in the list.
///
/// @param posts counted by state, the troubled ones first
/// @param pace null without a goal
public record CampaignListRow(
        String name,
        String link,
        String colour,
        String brand,
        String brandColour,
        String days,
        List<Count> posts,
        String impressions,
        String engagements,
        @Nullable PaceText pace) {
    /// "12 planned", with the colour of a pill.
    public record Count(String text, String grade) {}

    static CampaignListRow of(CampaignReport report, Messages words) {
        CampaignCard card = report.sheet().card();
        TimeText times = new TimeText(words.getLocale(), report.brand().zone());
        FigureText figures = new FigureText(words.getLocale());
        return new CampaignListRow(
                card.name(),
                "/campaign/one?brand=" + report.brand().handle() + "&id=" + card.id(),
                report.sheet().terms().colour(),
                report.brand().name(),
                report.brand().colour(),
                times.day(card.startsOn()) + " – " + times.day(card.endsOn()),
                counts(report.posts(), words),
                figure(report, Measure.IMPRESSIONS, figures),
                figure(report, Measure.ENGAGEMENTS, figures),
                PaceText.of(report, words));
    }

    static List<Count> counts(PostCounts posts, Messages words) {
        List<Count> counts = new ArrayList<>();
        add(counts, posts.trouble(), "trouble", "danger", words);
        add(counts, posts.waiting(), "waiting", "warning", words);
        add(counts, posts.planned(), "planned", "info", words);
        add(counts, posts.published(), "published", "success", words);
        add(counts, posts.drafts(), "drafts", "", words);
        return List.copyOf(counts);
    }

    private static void add(List<Count> counts, int posts, String what, String grade, Messages words) {
        if (posts > 0) {
            counts.add(new Count(words.text("campaign.posts." + what, posts), grade));
        }
    }

    private static String figure(CampaignReport report, Measure measure, FigureText figures) {
        return figures.of(measure.unit(), report.of(measure).value());
    }
}
