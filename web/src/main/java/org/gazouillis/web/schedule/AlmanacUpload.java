package org.gazouillis.web.schedule;

import jakarta.ws.rs.core.EntityPart;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.gazouillis.schedule.AlmanacRefused;
import org.gazouillis.schedule.Almanacs;
import org.gazouillis.web.FormParts;
import org.jspecify.annotations.Nullable;

/// The form that brings a file of events.
///
/// @param brand handle or id; null for every brand of the workspace
/// @param to    page to go back to, for browsers without script
record AlmanacUpload(
        String fileName,
        byte[] bytes,
        @Nullable String brand,
        @Nullable String to) {
    private static final int LONGEST_TEXT = 2_000;
    private static final int LONGEST_NAME = 200;

    /// @throws AlmanacRefused when no part `file` has a file name
    static AlmanacUpload of(List<EntityPart> parts) throws IOException {
        EntityPart file = new FormParts(parts).part("file").orElseThrow(AlmanacUpload::missing);
        String name = file.getFileName().filter(given -> !given.isBlank()).orElseThrow(AlmanacUpload::missing);
        try (InputStream content = file.getContent()) {
            // One byte more than is allowed, so that the reader sees that there is too much.
            return new AlmanacUpload(
                    name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name,
                    content.readNBytes(Almanacs.MOST_BYTES + 1),
                    text(parts, "brand"),
                    text(parts, "to"));
        }
    }

    private static AlmanacRefused missing() {
        return new AlmanacRefused(
                "No file came with the form. Send it as the part 'file' of multipart/form-data, with a file name.");
    }

    private static @Nullable String text(List<EntityPart> parts, String name) throws IOException {
        String text = new FormParts(parts).text(name, LONGEST_TEXT);
        return text == null || text.isBlank() ? null : text.strip();
    }
}
