package org.gazouillis.web.problem;

import java.time.Duration;
import java.util.List;

/// What an exception means to the one who asked.
///
/// @param detail one safe sentence for people; empty when the title says it all
/// @param errors flaws of the body, if any
/// @param retryAfter how long to wait before trying again; zero when waiting does not help
record Finding(ProblemType type, String detail, List<Problem.Flaw> errors, Duration retryAfter) {
    Finding {
        errors = List.copyOf(errors);
    }

    static Finding of(ProblemType type, String detail) {
        return new Finding(type, detail, List.of(), Duration.ZERO);
    }
}
