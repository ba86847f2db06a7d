package org.gazouillis.network.mastodon;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// A `multipart/form-data` body (RFC 7578) in memory.
final class Multipart {
    private final String boundary;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    /// @param boundary what stands between the parts and in none of them
    Multipart(String boundary) {
        this.boundary = boundary;
    }

    void text(String name, String value) {
        head("form-data; name=\"" + name + "\"", "text/plain; charset=utf-8");
        put(value + "\r\n");
    }

    void file(String name, String type, byte[] content) {
        String extension = type.equals("image/png") ? ".png" : ".jpg";
        head("form-data; name=\"" + name + "\"; filename=\"image" + extension + "\"", type);
        body.writeBytes(content);
        put("\r\n");
    }

    String type() {
        return "multipart/form-data; boundary=" + boundary;
    }

    /// With its end.
    byte[] bytes() {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(body.toByteArray());
        whole.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return whole.toByteArray();
    }

    private void head(String disposition, String type) {
        put("--" + boundary + "\r\nContent-Disposition: " + disposition + "\r\nContent-Type: " + type + "\r\n\r\n");
    }

    private void put(String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
