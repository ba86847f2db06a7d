package org.gazouillis.web;

import jakarta.json.bind.annotation.JsonbNillable;
import java.util.List;
import java.util.function.Function;
import org.gazouillis.kernel.Slice;
import org.jspecify.annotations.Nullable;

/// The shape of every list of the desk's API: the items, and the cursor of the next page or null.
@JsonbNillable
public record ListJson<T>(List<T> items, @Nullable String next) {
    /// A list that is always complete.
    public static <T> ListJson<T> all(List<T> items) {
        return new ListJson<>(items, null);
    }

    public static <T, J> ListJson<J> of(Slice<T> slice, Function<T, J> each) {
        return new ListJson<>(slice.items().stream().map(each).toList(), slice.next());
    }
}
