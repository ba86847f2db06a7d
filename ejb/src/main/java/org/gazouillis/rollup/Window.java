package org.gazouillis.rollup;

import java.util.Arrays;
import java.util.Locale;

/// Which events a figure of a period counts; a part of the figure's name, since the two differ.
public enum Window {
    /// Events in the period on any post, whenever it was published.
    ACTIVITY,
    /// Posts published in the period, with all their events until now.
    POST;

    /// @throws WindowUnknown when the name is neither `activity` nor `post`
    public static Window named(String key) {
        return Arrays.stream(values())
                .filter(window -> window.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new WindowUnknown(key));
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Name of the window in that language, like "activity view".
    public String title(Locale language) {
        return MeasureWords.in(language).getString("window." + key() + ".name");
    }

    /// What it counts, in a sentence.
    public String definition(Locale language) {
        return MeasureWords.in(language).getString("window." + key() + ".definition");
    }
}
