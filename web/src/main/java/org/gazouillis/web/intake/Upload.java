package org.gazouillis.web.intake;

import jakarta.ws.rs.core.EntityPart;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.gazouillis.web.FormParts;
import org.jspecify.annotations.Nullable;

/// The form of an import, in parts. The file lies on disk already and is read from there.
///
/// @param format  `auto`, the key of a format, or a mapping as JSON
/// @param mapping a column mapping as JSON
/// @param to      page to go back to, for browsers without script
record Upload(
        String fileName,
        InputStream content,
        @Nullable String format,
        @Nullable String mapping,
        @Nullable String to) {
    private static final int LONGEST_TEXT = 1 << 16;

    /// @throws FileMissing when no part `file` has a file name
    static Upload of(List<EntityPart> parts) throws IOException {
        EntityPart file = new FormParts(parts).part("file").orElseThrow(FileMissing::new);
        String name = file.getFileName().filter(given -> !given.isBlank()).orElseThrow(FileMissing::new);
        return new Upload(name, file.getContent(), text(parts, "format"), text(parts, "mapping"), text(parts, "to"));
    }

    static @Nullable String text(List<EntityPart> parts, String name) throws IOException {
        return new FormParts(parts).text(name, LONGEST_TEXT);
    }
}
