package org.gazouillis.index.percolate;

import java.time.ZoneId;
import org.gazouillis.index.SearchScope;

/// A query that waits for statuses.
///
/// @param id the caller's own; putting the same again replaces
/// @param query in the language of a search
/// @param scope what the watcher may see; no query can widen it
/// @param zone in which `since:` and `until:` name days
public record Watch(long id, String query, SearchScope scope, ZoneId zone) {}
