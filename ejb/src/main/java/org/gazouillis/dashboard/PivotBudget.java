package org.gazouillis.dashboard;

import org.jspecify.annotations.Nullable;

/// What one question may cost: it is refused while it reads, before it becomes dear.
final class PivotBudget {
    /// Rolled-up rows of one question.
    static final int MOST_ROWS = 100_000;
    /// Bytes of sets of people of one question.
    static final long MOST_BYTES = 256L << 20;
    /// Posts of a brand that a query may find.
    static final int MOST_FOUND = 10_000;

    private int rows;
    private long bytes;

    /// A row without people, as of a post.
    ///
    /// @throws PivotTooWide when it is too much
    void take() {
        rows++;
        if (rows > MOST_ROWS) {
            throw new PivotTooWide(
                    PivotTooWide.Cause.ROWS,
                    "This would read more than " + MOST_ROWS
                            + " rolled-up rows. Ask for a shorter period, for days instead of hours, or narrow it by a query.");
        }
    }

    /// @throws PivotTooWide when it is too much
    void take(BucketRow row) {
        take();
        bytes += size(row.people()) + size(row.anonymous()) + size(row.engaged());
        if (bytes > MOST_BYTES) {
            throw new PivotTooWide(
                    PivotTooWide.Cause.PEOPLE,
                    "This would unite too many people at once. Ask for a shorter period, narrow it by a"
                            + " query, or leave out reach and the other measures of people.");
        }
    }

    private static int size(byte @Nullable [] people) {
        return people == null ? 0 : people.length;
    }
}
