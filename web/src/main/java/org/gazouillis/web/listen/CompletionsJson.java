package org.gazouillis.web.listen;

import java.util.List;

/// @param completions whole parts of a query, at most eight, the most frequent first
public record CompletionsJson(List<String> completions) {
    public CompletionsJson {
        completions = List.copyOf(completions);
    }
}
