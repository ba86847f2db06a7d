package org.gazouillis.rollup;

import java.util.Locale;
import java.util.ResourceBundle;

/// The names and definitions that stand in `measures.properties` beside this class.
final class MeasureWords {
    private static final ResourceBundle.Control NO_OTHER_LANGUAGE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private MeasureWords() {}

    static ResourceBundle in(Locale language) {
        return ResourceBundle.getBundle(
                "org.gazouillis.rollup.measures", language, MeasureWords.class.getClassLoader(), NO_OTHER_LANGUAGE);
    }
}
