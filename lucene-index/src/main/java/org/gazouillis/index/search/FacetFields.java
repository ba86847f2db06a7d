package org.gazouillis.index.search;

import org.gazouillis.index.Facet;
import org.gazouillis.index.document.Fields;

/// In which field the values of a facet stand.
public final class FacetFields {
    private FacetFields() {}

    public static String of(Facet facet) {
        return switch (facet) {
            case HASHTAG -> Fields.TAG;
            case AUTHOR -> Fields.AUTHOR;
            case LANGUAGE -> Fields.LANGUAGE;
            case SOURCE -> Fields.SOURCE;
            case BRAND -> Fields.OWNER;
            case CAMPAIGN -> Fields.CAMPAIGN;
            case SITE -> Fields.HOST;
        };
    }

    /// Whether its values are told only to those whose they are.
    public static boolean isOwned(Facet facet) {
        return facet == Facet.BRAND || facet == Facet.CAMPAIGN;
    }
}
