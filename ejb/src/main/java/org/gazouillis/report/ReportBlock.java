package org.gazouillis.report;

import java.util.Locale;

/// One block of a report.
///
/// @param text what a [Kind#TEXT] says, with variables such as `{{period}}`; empty for all others
public record ReportBlock(Kind kind, String text) {
    private static final int LONGEST = 4_000;

    /// @throws ReportRefused when a text is missing, too long, or names a variable that is not known
    public ReportBlock {
        text = kind == Kind.TEXT ? text.strip() : "";
        if (kind == Kind.TEXT && text.isEmpty()) {
            throw new ReportRefused("blocks", "A block of text is empty. Write something, or take the block out.");
        }
        if (text.length() > LONGEST) {
            throw new ReportRefused("blocks", "A block of text has at most " + LONGEST + " characters.");
        }
        ReportVariable.check(text);
    }

    /// What a block shows.
    public enum Kind {
        /// Sums of the posts of the period: posts, impressions, engagements, engagement rate.
        FIGURES,
        /// Impressions by the day on which posts were published.
        CHART,
        /// The posts with the most engagements.
        TOP_POSTS,
        /// All posts.
        TABLE,
        TEXT,
        PAGE_BREAK;

        /// Its name in the API and in bundles.
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /// @throws ReportRefused when there is none of this name
        public static Kind named(String key) {
            for (Kind kind : values()) {
                if (kind.key().equals(key)) {
                    return kind;
                }
            }
            throw new ReportRefused(
                    "blocks",
                    "There is no block '" + key
                            + "'. There are figures, chart, top-posts, table, text and page-break.");
        }
    }
}
