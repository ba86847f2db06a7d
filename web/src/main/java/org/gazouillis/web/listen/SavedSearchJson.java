package org.gazouillis.web.listen;

import java.time.Instant;
import org.gazouillis.listen.SavedSearch;
import org.jspecify.annotations.Nullable;

/// A saved search, as the caller sees it.
///
/// @param brand handle of the one brand whose statuses it looks at; left out for everybody's
/// @param sort `newest` or `relevance`
/// @param sharedWith handle of the brand whose members see it; left out when it is private
/// @param maker name of who made it
/// @param changeable whether the caller may change and remove it
/// @param watched whether the caller has an alert on it
public record SavedSearchJson(
        String id,
        String name,
        String query,
        @Nullable String brand,
        String sort,
        @Nullable String sharedWith,
        String maker,
        boolean mine,
        boolean changeable,
        boolean watched,
        Instant changedAt) {
    static SavedSearchJson of(SavedSearch search) {
        return new SavedSearchJson(
                search.id().toString(),
                search.name(),
                search.query(),
                search.only(),
                search.order().word(),
                search.sharedWith(),
                search.maker(),
                search.mine(),
                search.changeable(),
                search.watched(),
                search.changedAt());
    }
}
