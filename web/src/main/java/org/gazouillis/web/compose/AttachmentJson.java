package org.gazouillis.web.compose;

import org.gazouillis.compose.Attachment;

/// An image as a post shows it.
public record AttachmentJson(String id, String url, int width, int height, String alt) {
    static AttachmentJson of(Attachment attachment) {
        String extension = attachment.type().equals("image/png") ? ".png" : ".jpg";
        return new AttachmentJson(
                attachment.id().toString(),
                "/api/media/" + attachment.hash() + extension,
                attachment.width(),
                attachment.height(),
                attachment.alt());
    }
}
