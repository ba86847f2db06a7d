package org.gazouillis.index.column;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.FixedBitSet;
import org.gazouillis.index.SearchScope;
import org.gazouillis.index.document.Fields;
import org.jspecify.annotations.Nullable;

/// All structures of one segment, each built when it is first asked for. The segment is read through whatever reader
/// of it the asker holds: a later one sees other deletions, but the same documents.
public final class SegmentColumns {

    private static final Set<String> MANY = Set.of(Fields.TAG, Fields.HOST);

    private static final int WORTH_TOTALS = 1_000;

    private final Columns columns;
    private final Slots slots;
    private final Beginnings beginnings = new Beginnings();
    private final Map<String, Values> values = new HashMap<>();
    private final Map<String, OpenTotals> totals = new HashMap<>();
    private volatile @Nullable TimeTable times;
    private volatile @Nullable Visibility visibility;

    SegmentColumns(Columns columns) {
        this.columns = columns;
        this.slots = new Slots(columns.counters());
    }

    public TimeTable times(LeafReader reader) throws IOException {
        TimeTable known = times;
        return known == null ? readTimes(reader) : known;
    }

    private synchronized TimeTable readTimes(LeafReader reader) throws IOException {
        TimeTable known = times;
        if (known == null) {
            known = TimeTable.of(reader);
            times = known;
        }
        return known;
    }

    /// What is public or belongs to a brand of the scope, deleted or not; null when that is everything.
    public @Nullable CountedBits seenBy(LeafReader reader, SearchScope scope) throws IOException {
        return visibility(reader).seenBy(reader, scope);
    }

    /// What is public or belongs to a brand of the scope, and is not deleted; null when that is everything.
    public @Nullable CountedBits accepted(LeafReader reader, SearchScope scope) throws IOException {
        return visibility(reader).accepted(reader, scope);
    }

    private Visibility visibility(LeafReader reader) throws IOException {
        Visibility known = visibility;
        return known == null ? readVisibility(reader) : known;
    }

    private synchronized Visibility readVisibility(LeafReader reader) throws IOException {
        Visibility known = visibility;
        if (known == null) {
            known = Visibility.of(reader);
            visibility = known;
        }
        return known;
    }

    /// The first documents that have a term, once it is asked for again.
    public Optional<Beginning> beginning(LeafReader reader, Term term) throws IOException {
        return beginnings.of(reader, term);
    }

    /// The counters' slot of each document; of length 0 while none was ever counted.
    public int[] slots(LeafReader reader) throws IOException {
        return slots.current(reader);
    }

    /// For each level of engagement from 1 on, as [Counters#levelOf], the documents that may have reached it; none
    /// has reached a level that is missing. Not to be written to.
    public FixedBitSet[] reached(LeafReader reader) throws IOException {
        return slots.reached(reader);
    }

    /// The values of a field of keywords.
    public Values values(LeafReader reader, String field) throws IOException {
        synchronized (values) {
            Values known = values.get(field);
            if (known == null) {
                Dictionary dictionary = columns.dictionary(field);
                known = MANY.contains(field)
                        ? ManyValues.of(reader, field, dictionary)
                        : OneValue.of(reader, field, dictionary);
                values.put(field, known);
            }
            return known;
        }
    }

    /// Of a field of keywords; null for a small segment, which is counted as quickly.
    public @Nullable OpenTotals openTotals(LeafReader reader, String field) throws IOException {
        if (reader.maxDoc() < WORTH_TOTALS) {
            return null;
        }
        Values counted = values(reader, field);
        FixedBitSet open = visibility(reader).open().bits();
        synchronized (totals) {
            OpenTotals known = totals.get(field);
            if (known == null) {
                known = OpenTotals.of(open, counted, columns.dictionary(field).size());
                totals.put(field, known);
            }
            return known;
        }
    }
}
