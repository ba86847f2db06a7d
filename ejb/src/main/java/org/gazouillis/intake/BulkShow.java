package org.gazouillis.intake;

import java.util.Locale;

/// Which rows of a file are to be shown.
public enum BulkShow {
    ALL("true"),
    WRONG("r.verdict = 'WRONG'"),
    WARNED("r.verdict <> 'WRONG' and r.faults || r.twins <> '[]'"),
    RIGHT("r.verdict = 'RIGHT'"),
    PLANNED("r.verdict = 'PLANNED'");

    private final String condition;

    BulkShow(String condition) {
        this.condition = condition;
    }

    String condition() {
        return condition;
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @throws ImportWishRefused when there is no such choice
    public static BulkShow of(String key) {
        for (var show : values()) {
            if (show.key().equals(key)) {
                return show;
            }
        }
        throw new ImportWishRefused(
                "There is no choice of rows '" + key + "'. Known are all, wrong, warned, right and planned.");
    }
}
