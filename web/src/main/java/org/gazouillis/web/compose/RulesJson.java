package org.gazouillis.web.compose;

import java.util.List;
import org.gazouillis.compose.BrandPolicy;
import org.jspecify.annotations.Nullable;

/// A brand's house rules; when they are written, what is missing becomes what every new brand has.
///
/// @param revision when given, rules that somebody else changed meanwhile are not overwritten
/// @param held how many planned posts the change has held back, for a word that is banned now
public record RulesJson(
        @Nullable List<String> banned,
        @Nullable List<String> vocabulary,
        @Nullable Integer maxHashtags,
        @Nullable Boolean altTextRequired,
        @Nullable Integer revision,
        @Nullable Integer held) {
    static RulesJson of(BrandPolicy policy, @Nullable Integer held) {
        return new RulesJson(
                policy.banned(),
                policy.vocabulary(),
                policy.maxHashtags(),
                policy.altTextRequired(),
                policy.revision(),
                held);
    }

    BrandPolicy policy() {
        return new BrandPolicy(
                banned == null ? List.of() : banned,
                vocabulary == null ? List.of() : vocabulary,
                maxHashtags == null ? BrandPolicy.OPEN.maxHashtags() : maxHashtags,
                Boolean.TRUE.equals(altTextRequired),
                0);
    }
}
