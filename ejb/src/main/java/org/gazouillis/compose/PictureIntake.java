package org.gazouillis.compose;

import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.Objects;
import org.gazouillis.compose.picture.Darkroom;
import org.gazouillis.compose.picture.Picture;
import org.gazouillis.compose.picture.PictureRefused;
import org.jspecify.annotations.Nullable;

/// What holds for every picture that somebody brings: how large its file may be, that it is a picture, and what may be
/// said of it.
final class PictureIntake {
    static final int LARGEST_FILE = 20 << 20;
    static final int LONGEST_ALT = 1_500;
    /// Bytes that a workspace may keep (setting `gazouillis.media.quota`).
    private static final long QUOTA = Long.getLong("gazouillis.media.quota", 5L << 30);

    private PictureIntake() {}

    /// @param kept bytes that the workspace keeps already
    /// @throws MediaRefused when it is too large or no picture that can be shown, or there is no room left
    static Picture develop(InputStream content, long kept) throws IOException {
        byte[] bytes = content.readNBytes(LARGEST_FILE + 1);
        if (bytes.length > LARGEST_FILE) {
            throw new MediaRefused(
                    "The file is larger than " + (LARGEST_FILE >> 20) + " MB. Make the picture smaller.");
        }
        Picture picture = developed(bytes);
        if (kept + picture.content().length > QUOTA) {
            throw new MediaRefused(
                    "The workspace keeps " + (QUOTA >> 20) + " MB of images already. Remove some first.");
        }
        return picture;
    }

    private static Picture developed(byte[] bytes) {
        try {
            return Darkroom.develop(bytes);
        } catch (PictureRefused refused) {
            throw new MediaRefused(String.valueOf(refused.getMessage()));
        }
    }

    /// What a picture shows, as it may be kept; empty when nothing was said.
    static String description(@Nullable String alt) {
        String text = Normalizer.normalize(Objects.requireNonNullElse(alt, ""), Normalizer.Form.NFC)
                .replaceAll("[\\p{Cc}&&[^\\n]]", "")
                .strip();
        if (text.codePointCount(0, text.length()) > LONGEST_ALT) {
            throw new MediaRefused("The description is longer than " + LONGEST_ALT + " characters. Shorten it.");
        }
        return text;
    }
}
