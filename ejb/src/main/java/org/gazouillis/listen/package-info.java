/// Hears everything that is said: every status, ours or brought in from elsewhere, can be found again by its words.
///
/// [org.gazouillis.listen.StatusIndexer] is the feeder: one thread on each node follows the outbox
/// (`StatusPosted`, `StatusReworded`, `StatusRemoved`, `StatusImported`), reads the rows set-based and hands
/// them to the library `lucene-index`, and with `StatusLiked`, `StatusUnliked` and `StatusReposted` what a
/// status has gathered by then. The index remembers how far it came; whatever happened behind that point (a
/// crash, a deleted folder, a damaged file) is read again from the database, which is the truth. So are the
/// counts, which it keeps in memory only.
///
/// [org.gazouillis.listen.StatusSearch] answers members and visitors: the index finds ids, the database gives texts
/// and live counts through the member's own row scope, so a stale index can leak nothing.
///
/// The lists of profiles that a query names (`NamedLists`) become profiles before the index is asked; what is watched
/// by them is read again when a list changes.
///
/// No database transaction ever writes to the index.
///
/// [org.gazouillis.listen.SavedSearches] keeps searches, [org.gazouillis.listen.Alerts] what members watch. The
/// [org.gazouillis.listen.Watcher] holds each new status against all that is watched, behind the outbox;
/// [org.gazouillis.listen.VolumeRound] looks for hours with unusually many. Emits `WatchChanged`, `AlertMatched` and
/// `AlertSpiked`. [org.gazouillis.listen.SearchColumns] and [org.gazouillis.listen.Trends] serve the pages beside.
///
/// [org.gazouillis.listen.Voices] keeps among whom a brand's share of voice is measured,
/// [org.gazouillis.listen.VoiceCounts] counts it.
@NullMarked
package org.gazouillis.listen;

import org.jspecify.annotations.NullMarked;
