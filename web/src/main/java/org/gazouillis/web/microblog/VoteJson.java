package org.gazouillis.web.microblog;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What clients send to vote.
///
/// @param choices places of options, from 0
public record VoteJson(@Nullable List<Integer> choices) {
    /// No option stands there.
    private static final int NOWHERE = -1;

    public static VoteJson of(MultivaluedMap<String, String> form) {
        return new VoteJson(Stream.of("choices[]", "choices")
                .flatMap(name -> form.getOrDefault(name, List.of()).stream())
                .map(VoteJson::place)
                .toList());
    }

    public List<Integer> places() {
        return Objects.requireNonNullElse(choices, List.of());
    }

    private static int place(String typed) {
        return typed.strip().matches("\\d{1,3}") ? Integer.parseInt(typed.strip()) : NOWHERE;
    }
}
