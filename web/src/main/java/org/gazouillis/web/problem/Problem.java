package org.gazouillis.web.problem;

import jakarta.json.bind.annotation.JsonbNillable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The body of every answer that is not a success (RFC 9457, `application/problem+json`).
///
/// @param type `/problems/<slug>`, the stable name of the kind of trouble
/// @param title the kind in the reader's language
/// @param detail what happened this time and how to mend it
/// @param instance for a fault of ours: the number under which our log knows it
/// @param errors for a body that is not valid: each place and what is wrong there
/// @param error only below `/api/v1`: the sentence once more, under the name that Mastodon's clients read
@JsonbNillable(false)
public record Problem(
        String type,
        String title,
        int status,
        @Nullable String detail,
        @Nullable String instance,
        @Nullable List<Flaw> errors,
        @Nullable String error) {
    public static final String MEDIA_TYPE = "application/problem+json";

    /// One flaw of a body: a JSON pointer (`/dueAt`) or a parameter's name, and what is wrong there.
    public record Flaw(String pointer, String message) {}
}
