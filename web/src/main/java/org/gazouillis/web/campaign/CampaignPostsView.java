package org.gazouillis.web.campaign;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.gazouillis.compose.PostState;
import org.gazouillis.dashboard.CampaignPosts;
import org.gazouillis.dashboard.CampaignReport;
import org.gazouillis.web.dashboard.TimeText;
import org.gazouillis.web.i18n.Messages;
import org.jspecify.annotations.Nullable;

/// A page of a campaign's posts with the choice of states above it.
///
/// @param next address of the posts after these; empty when there are none
public record CampaignPostsView(List<CampaignPostRow> rows, List<Choice> choices, String next) {
    private static final List<String> CHOICES =
            List.of("", "draft", "in_review", "scheduled", "published", "trouble", "cancelled");

    /// One choice of states.
    public record Choice(String label, String link, boolean current) {}

    static CampaignPostsView of(
            CampaignPosts.Page page, @Nullable String state, CampaignReport report, Messages words) {
        TimeText times = new TimeText(words.getLocale(), report.brand().zone());
        String link = "/campaign/one?brand=" + report.brand().handle() + "&id="
                + report.sheet().id() + "&tab=posts";
        String chosen = state != null && CHOICES.contains(state) ? state : "";
        return new CampaignPostsView(
                page.posts().stream()
                        .map(post -> CampaignPostRow.of(post, report.brand().handle(), times, words))
                        .toList(),
                CHOICES.stream()
                        .map(each -> new Choice(
                                label(each, words),
                                each.isEmpty() ? link : link + "&state=" + each,
                                each.equals(chosen)))
                        .toList(),
                page.next() == null
                        ? ""
                        : link + (chosen.isEmpty() ? "" : "&state=" + chosen) + "&after=" + page.next());
    }

    /// The state of that name; anything else is all.
    static Set<PostState> states(@Nullable String name, Set<PostState> all) {
        return Arrays.stream(PostState.values())
                .filter(state -> state.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .<Set<PostState>>map(EnumSet::of)
                .orElse(all);
    }

    private static String label(String state, Messages words) {
        return switch (state) {
            case "" -> words.text("campaign.posts.all");
            case "trouble" -> words.text("campaign.posts.in-trouble");
            default -> words.text("queue.state." + state);
        };
    }
}
