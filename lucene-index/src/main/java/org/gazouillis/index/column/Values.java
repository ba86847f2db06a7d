package org.gazouillis.index.column;

/// The values that the documents of a segment have in one field, as numbers of a [Dictionary], for counting.
public sealed interface Values permits OneValue, ManyValues {

    /// Counts the values of the documents `docs[0]` to `docs[size - 1]`, upwards or downwards.
    ///
    /// @param by 1 or -1
    void count(int[] docs, int size, int by, int[] counts);

    /// Counts the values of all documents of `[from, to)`.
    void count(int from, int to, int[] counts);
}
