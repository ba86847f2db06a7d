package org.gazouillis.index.column;

import java.util.Arrays;
import org.apache.lucene.util.FixedBitSet;

/// How many public documents of a segment have each value of a field, deleted or not: what counting them one by one
/// comes to. Who sees a few more, or a few less, counts only those. 8 bytes for each different value.
public final class OpenTotals {

    private static final int TOGETHER = 512;

    /// All public ones.
    private final FixedBitSet open;

    private final int[] numbers;
    private final int[] totals;

    private OpenTotals(FixedBitSet open, int[] numbers, int[] totals) {
        this.open = open;
        this.numbers = numbers;
        this.totals = totals;
    }

    /// @param size of the dictionary that numbers the values
    static OpenTotals of(FixedBitSet open, Values values, int size) {
        int[] counts = new int[size];
        values.count(0, open.length(), counts);
        int[] hidden = new int[TOGETHER];
        int many = 0;
        for (int doc = 0; doc < open.length(); doc++) {
            if (!open.get(doc)) {
                hidden[many++] = doc;
            }
            if (many == hidden.length || doc == open.length() - 1) {
                values.count(hidden, many, -1, counts);
                many = 0;
            }
        }
        int[] numbers = new int[size];
        int different = 0;
        for (int number = 0; number < size; number++) {
            if (counts[number] > 0) {
                numbers[different] = number;
                counts[different++] = counts[number];
            }
        }
        return new OpenTotals(open, Arrays.copyOf(numbers, different), Arrays.copyOf(counts, different));
    }

    /// Not to be written to.
    public FixedBitSet open() {
        return open;
    }

    public void addTo(int[] counts) {
        for (int i = 0; i < numbers.length; i++) {
            counts[numbers[i]] += totals[i];
        }
    }
}
