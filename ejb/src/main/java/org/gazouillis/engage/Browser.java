package org.gazouillis.engage;

import java.util.function.Function;
import org.gazouillis.link.Visit;
import org.jspecify.annotations.Nullable;

/// With what a report was sent.
///
/// @param purpose what the browser says when it fetches or draws a page before anybody asked for it
public record Browser(@Nullable String userAgent, @Nullable String purpose) {
    /// @param header gives a header of the request by its name
    public static Browser of(Function<String, @Nullable String> header) {
        return new Browser(header.apply("User-Agent"), Visit.purpose(header));
    }

    /// Whether nobody looked at what it reports, by [ViewRules].
    boolean isProgram() {
        return ViewRules.isProgram(userAgent) || Visit.isAhead(purpose);
    }
}
