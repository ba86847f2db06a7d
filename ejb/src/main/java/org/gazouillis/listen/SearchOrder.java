package org.gazouillis.listen;

import java.util.Arrays;
import java.util.Locale;
import org.gazouillis.index.Sort;

/// How found statuses are ordered.
public enum SearchOrder {
    /// By creation, latest first.
    NEWEST,
    /// By likeness to the words asked for, and a little by age and by what a status has gathered.
    RELEVANCE,
    /// By likes, reposts and replies together.
    ENGAGED;

    /// Reads `newest`, `relevance` or `engaged`; anything else is newest.
    public static SearchOrder of(String word) {
        return Arrays.stream(values())
                .filter(order -> order.word().equals(word))
                .findFirst()
                .orElse(NEWEST);
    }

    Sort sort() {
        return switch (this) {
            case NEWEST -> Sort.NEWEST;
            case RELEVANCE -> Sort.RELEVANCE;
            case ENGAGED -> Sort.MOST_ENGAGED;
        };
    }

    /// As it stands in an address.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
