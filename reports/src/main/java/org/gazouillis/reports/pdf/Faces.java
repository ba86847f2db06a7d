package org.gazouillis.reports.pdf;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.gazouillis.reports.Typesetting;
import org.jspecify.annotations.Nullable;

/// The faces of one document, each read when first a character asks for it.
final class Faces {
    private static final String REGULAR = "DejaVuSans.ttf";
    private static final String BOLD = "DejaVuSans-Bold.ttf";
    private static final String EMOJI = "NotoEmoji-Regular.ttf";
    private static final String ARABIC = "NotoSansArabic-Regular.ttf";

    /// The largest comes last.
    private static final List<String> OTHERS = List.of(EMOJI, "NotoSansThai-Regular.ttf", "DroidSansFallback.ttf");

    private final PDDocument document;
    private final Typesetting typesetting;
    private final Map<String, Face> read = new HashMap<>();

    Faces(PDDocument document, Typesetting typesetting) {
        this.document = document;
        this.typesetting = typesetting;
    }

    Typesetting typesetting() {
        return typesetting;
    }

    /// The face of letters. No other comes in bold.
    Face own(boolean heavy) {
        return face(heavy ? BOLD : REGULAR);
    }

    /// The face that shows the character; null when none does.
    @Nullable
    Face of(int c, boolean heavy) {
        boolean world = typesetting == Typesetting.WORLD;
        Face better = world ? better(c) : null;
        if (better != null) {
            return better;
        }
        if (own(heavy).has(c)) {
            return own(heavy);
        }
        return world ? first(OTHERS, c) : null;
    }

    /// DejaVu Sans has some emoji and some letters of the Arabic script: side by side with the others they look astray.
    private @Nullable Face better(int c) {
        if (Character.isEmojiPresentation(c)) {
            return first(List.of(EMOJI), c);
        }
        return Character.UnicodeScript.of(c) == Character.UnicodeScript.ARABIC ? first(List.of(ARABIC), c) : null;
    }

    private @Nullable Face first(List<String> files, int c) {
        return files.stream()
                .map(this::face)
                .filter(face -> face.has(c))
                .findFirst()
                .orElse(null);
    }

    private Face face(String file) {
        return read.computeIfAbsent(file, missing -> Face.load(document, missing));
    }
}
