package org.gazouillis.web.compose;

import java.time.Instant;
import org.gazouillis.compose.Media;

/// An image in a brand's library.
///
/// @param url of the picture; `previewUrl` of the same, small
/// @param altEn what it shows, in English; empty when nobody said
public record MediaJson(
        String id,
        String url,
        String previewUrl,
        String type,
        int width,
        int height,
        long bytes,
        String name,
        String altEn,
        String altFr,
        Instant createdAt) {
    private static final String ROOT = "/api/media/";

    static MediaJson of(Media media) {
        return new MediaJson(
                media.id().toString(),
                ROOT + media.file(),
                ROOT + media.file().replace(".", "-small."),
                media.type(),
                media.width(),
                media.height(),
                media.bytes(),
                media.name(),
                media.altEn(),
                media.altFr(),
                media.createdAt());
    }
}
