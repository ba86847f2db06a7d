package org.gazouillis.listen;

import java.util.Locale;

/// How found statuses are ordered.
public enum SearchOrder {
    /// By creation, latest first.
    NEWEST,
    /// By likeness to the words asked for.
    RELEVANCE;

    /// Reads `newest` or `relevance`; anything else is newest.
    public static SearchOrder of(String word) {
        return word.equals(RELEVANCE.word()) ? RELEVANCE : NEWEST;
    }

    /// As it stands in an address.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
