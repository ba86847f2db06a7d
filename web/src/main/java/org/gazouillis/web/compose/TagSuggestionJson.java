package org.gazouillis.web.compose;

import org.gazouillis.compose.TagSuggestion;

/// A hashtag that would fit.
///
/// @param tag without `#`
/// @param reason `CAMPAIGN`, `TOGETHER` (with a hashtag of the text) or `OFTEN`
public record TagSuggestionJson(String tag, String reason, int uses) {
    static TagSuggestionJson of(TagSuggestion suggestion) {
        return new TagSuggestionJson(suggestion.tag(), suggestion.reason().name(), suggestion.uses());
    }
}
