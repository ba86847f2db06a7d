package org.gazouillis.index.percolate;

import org.gazouillis.index.SearchScope;
import org.gazouillis.index.Standpoint;

/// A query that waits for statuses.
///
/// @param id the caller's own; putting the same again replaces
/// @param query in the language of a search, without what depends on the moment of asking or is counted later
/// @param scope what the watcher may see; no query can widen it
/// @param standpoint what days and names mean to the watcher, read when the watch is put
public record Watch(long id, String query, SearchScope scope, Standpoint standpoint) {}
