package org.gazouillis.web.dashboard;

import java.util.Objects;
import org.gazouillis.listen.Voice;
import org.jspecify.annotations.Nullable;

/// One of those that a brand's share of voice is measured among.
///
/// @param name 1 to 40 characters
/// @param query what is searched for, 1 to 300 characters in the language of a search
public record VoiceJson(@Nullable String name, @Nullable String query) {
    static VoiceJson of(Voice voice) {
        return new VoiceJson(voice.name(), voice.query());
    }

    Voice voice() {
        return new Voice(Objects.requireNonNullElse(name, ""), Objects.requireNonNullElse(query, ""));
    }
}
