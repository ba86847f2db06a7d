package org.gazouillis.index;

import java.time.Instant;
import java.util.List;
import org.gazouillis.index.search.Asking;
import org.jspecify.annotations.Nullable;

/// The statuses that are to be counted: as a [SearchRequest], without a page.
///
/// @param query in the language of [SearchRequest]; empty selects all that the scope holds
/// @param standpoint what days and names mean to the asker; bars of a histogram begin in its zone
/// @param since only what was created then or later; null for no such limit
/// @param before only what was created earlier than that; null for no such limit
public record Selection(
        String query,
        SearchScope scope,
        Standpoint standpoint,
        @Nullable Instant since,
        @Nullable Instant before) {

    /// Of all times.
    public Selection(String query, SearchScope scope, Standpoint standpoint) {
        this(query, scope, standpoint, null, null);
    }

    /// Whether a query is understood, whoever asks it: names of brands, campaigns and lists are not looked up.
    ///
    /// @throws QuerySyntaxException when it is not
    public static void check(String query) {
        Asking.check(query);
    }

    /// The lists that a query names, as it writes them.
    ///
    /// @throws QuerySyntaxException when it is not understood
    public static List<String> listsOf(String query) {
        return Asking.listsOf(query);
    }
}
