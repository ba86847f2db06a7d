package org.gazouillis.index.search;

import java.io.IOException;
import java.util.Collection;
import java.util.Optional;

/// One status of one engine, to be held against one search and the parts of it.
///
/// @param <Q> a query of the engine
public interface Examiner<Q> {

    Dialect<Q> dialect();

    /// Whether the search finds the status, and to which of these queries it answers.
    ///
    /// @param parts at least one
    /// @return empty when the search does not find it
    Optional<Examined<Q>> examine(Collection<Q> parts) throws IOException;

    /// How many matches stand before it, newest first.
    ///
    /// @param found the status
    /// @throws org.gazouillis.index.SearchTookTooLong at the time limit, which begins now
    long newerThan(Found found) throws IOException;

    /// All matches of the search; their time limit begins now.
    Matches matches();
}
