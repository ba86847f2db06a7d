package org.gazouillis.web;

import jakarta.ws.rs.core.EntityPart;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A form in parts, with a file among them.
public record FormParts(List<EntityPart> parts) {
    public Optional<EntityPart> part(String name) {
        return parts.stream().filter(part -> name.equals(part.getName())).findFirst();
    }

    /// At most so many bytes of a part's text. Not read as String: parts without a charset would be taken for ASCII.
    public @Nullable String text(String name, int most) throws IOException {
        Optional<EntityPart> part = part(name);
        if (part.isEmpty()) {
            return null;
        }
        try (InputStream content = part.get().getContent()) {
            return new String(content.readNBytes(most), StandardCharsets.UTF_8);
        }
    }
}
