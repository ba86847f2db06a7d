package org.gazouillis.web.microblog;

import java.util.List;
import java.util.Optional;
import org.gazouillis.microblog.Mention;
import org.gazouillis.network.PostText;
import org.gazouillis.network.TextSegment;
import org.gazouillis.timeline.StatusView;

/// A status's text as HTML: everything escaped, hashtags, mentions and URLs linked, line breaks kept. A mention of
/// nobody stays plain text.
public final class StatusHtml {
    private StatusHtml() {}

    public static String of(StatusView status, Addresses addresses) {
        StringBuilder html = new StringBuilder("<p>");
        for (TextSegment segment : TextSegment.split(status.text())) {
            html.append(
                    switch (segment.kind()) {
                        case PLAIN -> escaped(segment.text()).replace("\n", "<br>");
                        case HASHTAG -> hashtag(segment, addresses);
                        case MENTION -> mention(segment, status.mentions(), addresses);
                        case LINK -> link(segment);
                    });
        }
        return html.append("</p>").toString();
    }

    private static String hashtag(TextSegment segment, Addresses addresses) {
        return "<a href=\"" + escaped(addresses.hashtag(segment.target())) + "\" class=\"mention hashtag\" rel=\"tag\">"
                + marked(segment.text()) + "</a>";
    }

    private static String mention(TextSegment segment, List<Mention> mentions, Addresses addresses) {
        Optional<Mention> known = mentions.stream()
                .filter(each -> PostText.fold(each.handle()).equals(segment.target()))
                .findFirst();
        return known.map(profile -> "<span class=\"h-card\"><a href=\"" + escaped(addresses.profile(profile.handle()))
                        + "\" class=\"u-url mention\">" + marked(segment.text()) + "</a></span>")
                .orElseGet(() -> escaped(segment.text()));
    }

    private static String link(TextSegment segment) {
        return "<a href=\"" + escaped(segment.target()) + "\" rel=\"nofollow noopener\" target=\"_blank\">"
                + escaped(segment.text()) + "</a>";
    }

    /// The first sign plain, the name in a span, as clients expect it.
    private static String marked(String text) {
        return escaped(text.substring(0, 1)) + "<span>" + escaped(text.substring(1)) + "</span>";
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
