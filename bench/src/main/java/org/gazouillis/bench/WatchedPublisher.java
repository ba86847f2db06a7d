package org.gazouillis.bench;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.gazouillis.kernel.TimeOrderedIds;
import org.gazouillis.publish.Batch;
import org.gazouillis.publish.Publisher;
import org.jdbi.v3.core.Jdbi;

/// The publisher, noting when the batch of each post was committed.
final class WatchedPublisher extends Publisher {
    private static final long LONGEST_NANOS = TimeUnit.MINUTES.toNanos(3);

    private final List<Batched> batches = new CopyOnWriteArrayList<>();

    WatchedPublisher(Jdbi db, TimeOrderedIds ids) {
        super(db, ids);
    }

    @Override
    public Batch publishBatch(int most) {
        Batch batch = super.publishBatch(most);
        if (batch.published() > 0) {
            batches.add(new Batched(batch.published(), System.nanoTime()));
        }
        return batch;
    }

    /// Of each batch that published something, by [System#nanoTime], in order.
    List<Long> commits() {
        return batches.stream().map(Batched::nanos).sorted().toList();
    }

    /// Waits until so many posts are out.
    void await(int posts) {
        long start = System.nanoTime();
        while (published() < posts) {
            LockSupport.parkNanos(1_000_000);
            if (System.nanoTime() - start > LONGEST_NANOS) {
                throw new IllegalStateException("Only " + published() + " of " + posts + " went out");
            }
        }
    }

    private int published() {
        return batches.stream().mapToInt(Batched::posts).sum();
    }

    private record Batched(int posts, long nanos) {}
}
