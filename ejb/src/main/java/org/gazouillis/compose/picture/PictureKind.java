package org.gazouillis.compose.picture;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The kinds of pictures that may come in, told by their first bytes: names and declared types lie.
enum PictureKind {
    JPEG("image/jpeg"),
    PNG("image/png"),
    GIF("image/gif"),
    WEBP("image/webp");

    private final String type;

    PictureKind(String type) {
        this.type = type;
    }

    String type() {
        return type;
    }

    static Optional<PictureKind> of(byte[] content) {
        if (starts(content, 0, "\u00ff\u00d8\u00ff")) {
            return Optional.of(JPEG);
        }
        if (starts(content, 0, "\u0089PNG\r\n\u001a\n")) {
            return Optional.of(PNG);
        }
        if (starts(content, 0, "GIF87a") || starts(content, 0, "GIF89a")) {
            return Optional.of(GIF);
        }
        return starts(content, 0, "RIFF") && starts(content, 8, "WEBP") ? Optional.of(WEBP) : Optional.empty();
    }

    private static boolean starts(byte[] content, int at, String signature) {
        byte[] wanted = signature.getBytes(StandardCharsets.ISO_8859_1);
        if (content.length < at + wanted.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (content[at + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
