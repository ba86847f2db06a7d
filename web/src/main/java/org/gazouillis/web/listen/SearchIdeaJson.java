package org.gazouillis.web.listen;

import java.util.Objects;
import org.gazouillis.listen.SavedSearch;
import org.gazouillis.listen.SearchIdea;
import org.gazouillis.listen.SearchOrder;
import org.jspecify.annotations.Nullable;

/// A search to be saved, or what is to change in one.
///
/// @param name at most 80 characters
/// @param query in the language of a search
/// @param brand handle of the one brand whose statuses it looks at; empty for everybody's
/// @param sort `newest` or `relevance`
/// @param sharedWith handle of the brand whose members see it; empty to keep it private
public record SearchIdeaJson(
        @Nullable String name,
        @Nullable String query,
        @Nullable String brand,
        @Nullable String sort,
        @Nullable String sharedWith) {
    SearchIdea idea() {
        return new SearchIdea(
                Objects.requireNonNullElse(name, ""),
                Objects.requireNonNullElse(query, ""),
                Wish.orNull(brand),
                SearchOrder.of(Wish.orEmpty(sort)),
                Wish.orNull(sharedWith));
    }

    /// What is missing stays as it is.
    SearchIdea over(SavedSearch now) {
        return new SearchIdea(
                Objects.requireNonNullElse(name, now.name()),
                Objects.requireNonNullElse(query, now.query()),
                brand == null ? now.only() : Wish.orNull(brand),
                sort == null ? now.order() : SearchOrder.of(sort),
                sharedWith == null ? now.sharedWith() : Wish.orNull(sharedWith));
    }
}
