package org.gazouillis.kernel;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// One page of a list read by key: the items and, when there are more, the cursor that continues after them.
public record Slice<T>(List<T> items, @Nullable String next) {
    public Slice {
        items = List.copyOf(items);
    }

    /// Cuts a list that was read with `limit + 1` so that it tells whether there is more.
    public static <T> Slice<T> cut(List<T> readOneMore, int limit, ToLongFunction<T> key) {
        if (readOneMore.size() <= limit) {
            return new Slice<>(readOneMore, null);
        }
        List<T> page = readOneMore.subList(0, limit);
        return new Slice<>(page, Long.toString(key.applyAsLong(page.getLast())));
    }

    public <R> Slice<R> map(Function<T, R> each) {
        return new Slice<>(items.stream().map(each).toList(), next);
    }
}
