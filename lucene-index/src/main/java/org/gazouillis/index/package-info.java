/// The index of statuses: one folder on disk in which every status is found again by its words, hashtags, people,
/// language and day.
///
/// A caller holds one [org.gazouillis.index.StatusIndex] for the life of the process:
/// ```java
/// var index = StatusIndex.open(folder, IndexSettings.standard());
/// index.put(documents);          // batches, in any order, the same id again replaces
/// index.makeVisible();           // searches see them from here on
/// index.commit(new Position(xid, id)); // they survive a crash from here on
/// SearchPage page = index.search(SearchRequest.newest("café -thé", scope, 20, null, standpoint));
/// ```
/// Words: *put* writes, *make visible* opens it to searches (milliseconds), *commit* makes it last (fsync, every few
/// seconds).
/// The database is the truth. The index keeps no texts, counters in memory only, and how far it has come
/// (`Position`), so whatever is lost here is read again from there: see `StatusIndex.isAlive()` and `startRebuild()`.
/// Who may see what is decided by [org.gazouillis.index.SearchScope] beside the query, never within it.
///
/// [org.gazouillis.index.percolate.Watchlist] turns search round: it keeps queries and says which of them a new status
/// matches.
///
/// Closed sub-packages: `analysis` (text to terms), `document` (fields), `column` (what is held in memory beside a
/// segment), `search` (query language, paging, counting, highlighting) and `write` (folders, writer).
/// Nothing here knows JPA, CDI, HTTP or the other modules.
@NullMarked
package org.gazouillis.index;

import org.jspecify.annotations.NullMarked;
