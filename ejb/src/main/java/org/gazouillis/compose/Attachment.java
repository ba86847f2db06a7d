package org.gazouillis.compose;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import org.gazouillis.kernel.MediaId;

/// An image as a post shows it, with the description that it had when the post was written.
public record Attachment(MediaId id, String hash, String type, int width, int height, String alt) {
    static Attachment of(Media media, String lang) {
        return new Attachment(media.id(), media.hash(), media.type(), media.width(), media.height(), media.alt(lang));
    }

    static Attachment of(JsonObject json) {
        return new Attachment(
                MediaId.parse(json.getString("id")),
                json.getString("hash"),
                json.getString("type"),
                json.getInt("width"),
                json.getInt("height"),
                json.getString("alt"));
    }

    JsonObject json() {
        return Json.createObjectBuilder()
                .add("id", id.toString())
                .add("hash", hash)
                .add("type", type)
                .add("width", width)
                .add("height", height)
                .add("alt", alt)
                .build();
    }
}
