package org.gazouillis.publish;

import java.util.List;
import java.util.Optional;

/// A page of the queue.
///
/// @param from where it begins; empty when this is the first
/// @param next where the next one begins; empty when this is the last
public record QueueSlice(Optional<QueuePlace> from, List<PostSheet> posts, Optional<QueuePlace> next) {
    public static final QueueSlice NONE = new QueueSlice(Optional.empty(), List.of(), Optional.empty());

    static QueueSlice cut(Optional<QueuePlace> from, List<PostSheet> read, int size) {
        return read.size() <= size
                ? new QueueSlice(from, read, Optional.empty())
                : new QueueSlice(from, read.subList(0, size), Optional.of(QueuePlace.of(read.get(size))));
    }
}
