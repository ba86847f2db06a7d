package org.gazouillis.web.microblog;

import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbProperty;
import org.gazouillis.compose.UploadedImage;
import org.gazouillis.microblog.StatusImage;
import org.jspecify.annotations.Nullable;

/// Mastodon's `MediaAttachment`.
@JsonbNillable
public record MediaAttachmentJson(
        String id,
        String type,
        String url,
        @JsonbProperty("preview_url") String previewUrl,
        @JsonbProperty("remote_url") @Nullable String remoteUrl,
        MetaJson meta,
        @Nullable String description,
        @Nullable String blurhash) {
    static MediaAttachmentJson of(UploadedImage image, Addresses addresses) {
        return of(shown(image), addresses);
    }

    /// As it is shown beside a status.
    static StatusImage shown(UploadedImage image) {
        return new StatusImage(
                image.id().toString(), image.hash(), image.type(), image.width(), image.height(), image.alt());
    }

    static MediaAttachmentJson of(StatusImage image, Addresses addresses) {
        return new MediaAttachmentJson(
                image.id(),
                "image",
                addresses.media(image.file()),
                addresses.media(image.smallFile()),
                null,
                new MetaJson(
                        SizeJson.of(image.width(), image.height()),
                        SizeJson.of(image.smallWidth(), image.smallHeight())),
                image.alt().isEmpty() ? null : image.alt(),
                null);
    }

    /// Sizes of both files.
    public record MetaJson(SizeJson original, SizeJson small) {}

    /// In pixels.
    public record SizeJson(int width, int height, String size, double aspect) {
        static SizeJson of(int width, int height) {
            return new SizeJson(width, height, width + "x" + height, (double) width / height);
        }
    }
}
