package org.gazouillis.report;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.gazouillis.report.ReportBlock.Kind;

/// What a new report begins with.
public enum ReportTemplate {
    /// For a client, each week: figures, chart and best posts on one page.
    WEEKLY(Kind.TEXT, Kind.FIGURES, Kind.CHART, Kind.TOP_POSTS),
    /// At the end of a campaign: all of that, and every post.
    CAMPAIGN(Kind.TEXT, Kind.FIGURES, Kind.CHART, Kind.TOP_POSTS, Kind.PAGE_BREAK, Kind.TABLE);

    private final List<Kind> kinds;

    ReportTemplate(Kind... kinds) {
        this.kinds = List.of(kinds);
    }

    /// Its name in addresses and bundles.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The plan in one of the languages `en` and `fr`.
    public ReportPlan plan(String language) {
        ResourceBundle words = ResourceBundle.getBundle(
                "org.gazouillis.report.report",
                Locale.forLanguageTag(language),
                ReportTemplate.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        String prefix = "template." + key();
        return new ReportPlan(
                words.getString(prefix + ".name"),
                language,
                kinds.stream()
                        .map(kind -> new ReportBlock(kind, words.getString(prefix + ".text")))
                        .toList(),
                List.of());
    }

    /// @throws ReportRefused when there is none of this name
    public static ReportTemplate named(String key) {
        for (ReportTemplate template : values()) {
            if (template.key().equals(key)) {
                return template;
            }
        }
        throw new ReportRefused("template", "There is no template '" + key + "'. There are weekly and campaign.");
    }
}
