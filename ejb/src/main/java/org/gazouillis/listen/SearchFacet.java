package org.gazouillis.listen;

import java.util.Locale;
import org.gazouillis.index.Facet;

/// By what found statuses can be told apart and counted.
public enum SearchFacet {
    HASHTAG(Facet.HASHTAG, "#"),
    AUTHOR(Facet.AUTHOR, "from:"),
    LANGUAGE(Facet.LANGUAGE, "lang:"),
    SOURCE(Facet.SOURCE, "source:"),
    /// Only brands that the asker sees.
    BRAND(Facet.BRAND, "brand:"),
    /// Only campaigns of brands that the asker sees.
    CAMPAIGN(Facet.CAMPAIGN, "campaign:"),
    /// Hosts of links, without `www.`.
    SITE(Facet.SITE, "url:");

    private final Facet facet;
    private final String operator;

    SearchFacet(Facet facet, String operator) {
        this.facet = facet;
        this.operator = operator;
    }

    Facet facet() {
        return facet;
    }

    /// What asks for one value of it: `#spring`, `from:marie`, `campaign:"Spring sale"`.
    String term(String name) {
        boolean plain = name.codePoints().noneMatch(c -> Character.isWhitespace(c) || c == '(' || c == ')' || c == '"');
        return operator + (plain ? name : '"' + name.replace("\"", "") + '"');
    }

    /// As programs write it: `hashtag`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
