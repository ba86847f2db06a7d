package org.gazouillis.index;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gazouillis.index.opensearch.OpenSearchIndex;

/// The index of statuses: in a folder of this machine ([#open]), or in an OpenSearch cluster ([#connect]) with the same
/// answers. One per place and process; safe for all threads.
///
/// The feeder's loop is `put`/`delete` → `makeVisible` → now and then `commit`. All writing methods are idempotent by
/// id, so whatever lies after the last committed position may be fed again. Only one process at a time may feed a
/// cluster; all may search it.
///
/// Every method that reads or writes throws [IndexUnusable] when the folder or cluster cannot be read or written.
public interface StatusIndex extends AutoCloseable {

    /// The most values that one facet can show.
    int MOST_VALUES = 1_000;

    /// @throws IllegalArgumentException when no facet can show so many values
    static void requireTop(int top) {
        if (top < 1 || top > MOST_VALUES) {
            throw new IllegalArgumentException("top is " + top + ": ask for 1 to " + MOST_VALUES + " values");
        }
    }

    /// @throws IllegalArgumentException when its values have no names in the index
    static void requireNamed(Facet facet) {
        if (facet == Facet.BRAND || facet == Facet.CAMPAIGN) {
            throw new IllegalArgumentException(facet + " has numbers in the index, not names");
        }
    }

    /// Opens the folder, creating it when missing. A damaged index is moved aside and an empty one serves instead:
    /// see [#state()].
    /// Reads every byte of the index once (about a second for ten million statuses in the page cache).
    ///
    /// @throws IndexUnusable when the folder cannot be used at all, or another process holds it
    static StatusIndex open(Path directory, IndexSettings settings) {
        return EmbeddedIndex.open(directory, settings);
    }

    /// Connects to a cluster, creating the index there when it is missing or of another version of this software.
    ///
    /// @throws IndexUnusable when the cluster cannot be reached or refuses
    static StatusIndex connect(OpenSearchSettings cluster, IndexSettings settings) {
        return OpenSearchIndex.open(cluster, settings);
    }

    /// Writes documents, replacing those of the same id. Not yet visible, not yet lasting.
    ///
    /// The figures of an imported status become its counts; a document without figures leaves the counts alone.
    void put(Collection<StatusDocument> documents);

    /// Takes statuses out; unknown ids do no harm.
    void delete(Collection<Long> ids);

    /// Shows searches all that was put and deleted before this call. Costs some milliseconds: call it per batch, not
    /// per status.
    void makeVisible();

    /// Makes all that was put before this call survive a crash, with the note that it reaches up to `mark`. Costs an
    /// fsync.
    void commit(Position mark);

    /// The mark of the last commit, from which feeding goes on; empty means from the beginning.
    Optional<Position> committedPosition();

    /// Sets what statuses have gathered so far, seen by the next search.
    ///
    /// Counts belong to ids, indexed already or not, and are kept in memory (a cluster is told of them, too): load
    /// them once after each start, in the order of the ids, which is quickest.
    void count(Map<Long, Counts> counts);

    /// Counts one status up, or down, seen by the next search. Not idempotent: prefer [#count(Map)] where facts can
    /// come twice.
    void add(long id, int likes, int reposts, int replies);

    /// Sets how often statuses were seen so far; as [#count(Map)].
    void see(Map<Long, Integer> impressions);

    /// What a status has gathered by now.
    Counts counts(long id);

    /// Finds one page.
    ///
    /// @throws QuerySyntaxException when the query is not understood
    /// @throws CursorNotUnderstood when the cursor does not fit
    /// @throws SearchTookTooLong at the time limit
    SearchPage search(SearchRequest request);

    /// Counts all statuses of a selection, where a page says no more than "more than eighty".
    ///
    /// @throws QuerySyntaxException when the query is not understood
    /// @throws SearchTookTooLong at the time limit
    long total(Selection selection);

    /// Counts a selection by quarter, hour, day or week of its zone: oldest first, exact, without empty bars.
    ///
    /// @throws QuerySyntaxException when the query is not understood
    /// @throws SearchTookTooLong at the time limit
    List<Bar> histogram(Selection selection, Step step);

    /// Counts the `top` most frequent values of each facet among a selection, exactly, the most frequent first. Select
    /// `#this` to see which hashtags stand beside it; it is then the first itself.
    ///
    /// @param top 1 to [#MOST_VALUES]
    /// @throws QuerySyntaxException when the query is not understood
    /// @throws SearchTookTooLong at the time limit
    Map<Facet, List<FacetCount>> facets(Selection selection, Set<Facet> facets, int top);

    /// Says why a search finds one status, and why it stands where it does in that order.
    ///
    /// @param text of the status; the index keeps none
    /// @return empty when the search does not find it
    /// @throws QuerySyntaxException when the query is not understood
    Optional<Why> why(Selection selection, Sort sort, long id, String text);

    /// The most frequent values of a facet that begin in a certain way, among all that a scope may see, with exact
    /// counts, the most frequent first.
    ///
    /// @param facet neither [Facet#BRAND] nor [Facet#CAMPAIGN], which have names in the database only
    /// @param beginning as [Suggestions#folded] gives it; empty for all values
    /// @param top 1 to [#MOST_VALUES]
    /// @throws SearchTookTooLong at the time limit
    List<FacetCount> begun(SearchScope scope, Facet facet, String beginning, int top);

    /// Which of these statuses searches do not see.
    Set<Long> missing(Collection<Long> ids);

    /// Statuses that searches see.
    long count();

    /// How it stands. Cheap enough for every search.
    IndexState state();

    /// How it lies on disk.
    IndexFiles files();

    /// Says that statuses are missing and how far the feeder has come; shown by [#state()] until [#markComplete()].
    void markPartial(long done, long total);

    void markComplete();

    /// False when the files have gone or nothing can be written any more: then feed a [#startRebuild()] and switch to
    /// it. A cluster that does not answer has lost nothing.
    boolean isAlive();

    /// Whether it is not alive only because the writer broke down, or the cluster lets nobody write, as on a full disk:
    /// then [#resume()] is enough.
    boolean canBeResumed();

    /// Goes on from the last commit: whatever was put after [#committedPosition()] must be put again. While that is not
    /// possible yet, it throws and serves what it served.
    void resume();

    /// Empties the index, forgetting its position.
    void clear();

    /// Begins a second, empty index beside the present one, which goes on serving.
    Rebuild startRebuild();

    /// Writes what is left and gives the place free for another process.
    @Override
    void close();

    /// An index being built beside the one that serves. Close it to abandon it; after [#switchTo(Position)] closing
    /// does nothing.
    interface Rebuild extends AutoCloseable {

        /// As [StatusIndex#put(Collection)]. Quickest in ascending order of ids.
        void put(Collection<StatusDocument> documents);

        /// As [StatusIndex#delete(Collection)].
        void delete(Collection<Long> ids);

        /// Commits it with `mark`, and lets it take the place of the index that served until now; no search fails
        /// meanwhile.
        /// What was put into the other after the state this one was read from must be put again.
        void switchTo(Position mark);

        @Override
        void close();
    }
}
