package org.gazouillis.index.column;

import java.io.IOException;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.gazouillis.index.document.Fields;

/// The times of one segment, whose documents lie newest first: how many were created since the beginning of each
/// quarter of an hour, which is also where the older ones begin.
///
/// A quarter is the finest step in which the world's zones differ, so hours, days and weeks of all zones begin at an
/// entry. Where a segment is small beside the time it spans the grain is coarser, and what falls between two entries
/// is looked up in the column of times.
public final class TimeTable {

    private static final long QUARTER = 15 * 60 * 1_000L;
    private static final int ENTRIES = 4_096;

    private final long newest;
    /// A cell is this power of two of quarters: a shift where a division would cost more than all the rest.
    private final int doublings;
    /// Number of the first cell, counted from 1970.
    private final long first;
    /// For each cell how many documents were created at its beginning or later; one entry more, 0, for the end.
    private final int[] since;

    private TimeTable(long newest, int doublings, long first, int[] since) {
        this.newest = newest;
        this.doublings = doublings;
        this.first = first;
        this.since = since;
    }

    static TimeTable of(LeafReader reader) throws IOException {
        int documents = reader.maxDoc();
        if (documents == 0) {
            return new TimeTable(Long.MIN_VALUE, 0, 0, new int[1]);
        }
        long newest = created(reader, 0);
        long oldest = created(reader, documents - 1);
        int doublings = 0;
        while (cell(newest, doublings) - cell(oldest, doublings) >= Math.max(ENTRIES, documents)) {
            doublings++;
        }
        long first = cell(oldest, doublings);
        int[] since = new int[(int) (cell(newest, doublings) - first) + 2];
        NumericDocValues column = Numbers.of(reader, Fields.CREATED);
        for (int doc = 0; doc < documents; doc++) {
            since[(int) (cell(Numbers.at(column, doc), doublings) - first)]++;
        }
        for (int cell = since.length - 2; cell >= 0; cell--) {
            since[cell] += since[cell + 1];
        }
        return new TimeTable(newest, doublings, first, since);
    }

    /// Milliseconds since 1970 of the first document.
    public long newest() {
        return newest;
    }

    /// How many documents were created at `millis` or later: the first document that is older.
    public int documentsSince(LeafReader reader, long millis) throws IOException {
        long cell = cell(millis, doublings) - first;
        if (cell < 0) {
            return since[0];
        }
        if (cell >= since.length - 1) {
            return 0;
        }
        int at = (int) cell;
        return ((cell + first) << doublings) * QUARTER == millis
                ? since[at]
                : between(reader, millis, since[at + 1], since[at]);
    }

    private static long cell(long millis, int doublings) {
        return Math.floorDiv(millis, QUARTER) >> doublings;
    }

    private static int between(LeafReader reader, long millis, int from, int to) throws IOException {
        int low = from;
        int high = to;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (created(reader, middle) >= millis) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// Milliseconds since 1970 at which a document was created.
    static long created(LeafReader reader, int doc) throws IOException {
        return Numbers.at(Numbers.of(reader, Fields.CREATED), doc);
    }
}
