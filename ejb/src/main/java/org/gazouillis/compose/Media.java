package org.gazouillis.compose;

import java.time.Instant;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.MediaId;

/// An image in a brand's library.
///
/// @param hash SHA-256 of the file, in hexadecimal
/// @param bytes of the file as it is shown
/// @param name as it was called where it came from, for people only
/// @param altEn what it shows, in English; empty when nobody said
public record Media(
        MediaId id,
        BrandId brandId,
        String hash,
        String type,
        int width,
        int height,
        long bytes,
        String name,
        String altEn,
        String altFr,
        Instant createdAt) {
    /// Name of the file as it is served.
    public String file() {
        return MediaFiles.name(hash, type);
    }

    /// The description in that language, else in the other; empty when there is none.
    public String alt(String lang) {
        String own = lang.startsWith("fr") ? altFr : altEn;
        String other = lang.startsWith("fr") ? altEn : altFr;
        return own.isEmpty() ? other : own;
    }
}
