package org.gazouillis.web.operator;

import java.util.List;
import org.gazouillis.listen.IndexCare;

/// The search index held against the database.
///
/// @param database statuses that should be found
/// @param index statuses that can be found
/// @param missing how many of the database's cannot be found
/// @param named ids of the first of them
public record IndexCheckJson(long database, long index, long missing, List<String> named) {
    public IndexCheckJson {
        named = List.copyOf(named);
    }

    static IndexCheckJson of(IndexCare.Check check) {
        return new IndexCheckJson(
                check.database(),
                check.index(),
                check.missing(),
                check.named().stream().map(String::valueOf).toList());
    }
}
