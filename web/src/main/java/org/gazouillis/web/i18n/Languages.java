package org.gazouillis.web.i18n;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The languages that the house speaks, and the choice among them.
public final class Languages {
    public static final List<Locale> ALL = List.of(Locale.ENGLISH, Locale.FRENCH);

    private Languages() {}

    /// The best of our languages for an `Accept-Language` header; English when it names none of them or is malformed.
    public static Locale best(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank()) {
            return Locale.ENGLISH;
        }
        try {
            Locale best = Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), ALL);
            return best == null ? Locale.ENGLISH : best;
        } catch (IllegalArgumentException malformed) {
            return Locale.ENGLISH;
        }
    }

    /// Our language with this tag (`en`, `fr`), or null.
    public static @Nullable Locale named(@Nullable String tag) {
        return ALL.stream()
                .filter(locale -> locale.getLanguage().equals(tag))
                .findFirst()
                .orElse(null);
    }
}
