package org.gazouillis.microblog;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An image beside a status, as it was when the status was posted.
///
/// @param alt what it shows; empty when nobody said
public record StatusImage(String id, String hash, String type, int width, int height, String alt) {
    private static final int SMALL = 480;

    /// From the status's column.
    public static List<StatusImage> parse(@Nullable String json) {
        if (json == null) {
            return List.of();
        }
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return reader.readArray().getValuesAs(jakarta.json.JsonObject.class).stream()
                    .map(each -> new StatusImage(
                            each.getString("id"),
                            each.getString("hash"),
                            each.getString("type"),
                            each.getInt("width"),
                            each.getInt("height"),
                            each.getString("alt")))
                    .toList();
        }
    }

    /// For the status's column; null when there is none.
    static @Nullable String json(List<StatusImage> images) {
        if (images.isEmpty()) {
            return null;
        }
        JsonArrayBuilder all = Json.createArrayBuilder();
        images.forEach(image -> all.add(Json.createObjectBuilder()
                .add("id", image.id)
                .add("hash", image.hash)
                .add("type", image.type)
                .add("width", image.width)
                .add("height", image.height)
                .add("alt", image.alt)));
        return all.build().toString();
    }

    /// Name of the file that is shown.
    public String file() {
        return hash + extension();
    }

    /// Name of the same file, small.
    public String smallFile() {
        return hash + "-small" + extension();
    }

    public int smallWidth() {
        return small(width);
    }

    public int smallHeight() {
        return small(height);
    }

    private int small(int side) {
        double scale = Math.min(1, (double) SMALL / Math.max(width, height));
        return Math.max(1, (int) Math.round(side * scale));
    }

    private String extension() {
        return type.equals("image/png") ? ".png" : ".jpg";
    }
}
