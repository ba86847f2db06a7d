package org.gazouillis.web.campaign;

import java.util.Locale;
import org.gazouillis.compose.PostState;
import org.gazouillis.dashboard.CampaignPost;
import org.gazouillis.web.dashboard.FigureText;
import org.gazouillis.web.dashboard.TimeText;
import org.gazouillis.web.i18n.Messages;

/// One post in a campaign's table.
///
/// @param link to the status, or to the composer while it can be changed; empty when there is neither
public record CampaignPostRow(
        String id,
        String at,
        String when,
        String text,
        String lang,
        String link,
        String state,
        String word,
        String grade,
        String impressions,
        String engagements) {
    static CampaignPostRow of(CampaignPost post, String brand, TimeText times, Messages words) {
        FigureText figures = new FigureText(words.getLocale());
        return new CampaignPostRow(
                post.id().toString(),
                post.at() == null ? "" : post.at().toString(),
                post.at() == null ? words.text("campaign.posts.no-time") : times.moment(post.at()),
                post.text(),
                post.lang(),
                link(post, brand),
                post.state().name(),
                words.text("queue.state." + post.state().name().toLowerCase(Locale.ROOT)),
                grade(post.state()),
                post.impressions() == null ? FigureText.MISSING : figures.count(post.impressions()),
                post.engagements() == null ? FigureText.MISSING : figures.count(post.engagements()));
    }

    private static String link(CampaignPost post, String brand) {
        if (post.statusId() != null) {
            return "/timeline/thread?id=" + post.statusId();
        }
        return post.state().isEditable() ? "/compose/new?brand=" + brand + "&post=" + post.id() : "";
    }

    private static String grade(PostState state) {
        return switch (state) {
            case PUBLISHED -> "success";
            case SCHEDULED, CLAIMED -> "info";
            case HELD, IN_REVIEW -> "warning";
            case FAILED, MISSED -> "danger";
            case DRAFT, APPROVED, CANCELLED -> "";
        };
    }
}
