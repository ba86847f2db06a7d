package org.gazouillis.publish;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.gazouillis.compose.PublishedImages;
import org.gazouillis.kernel.Tick;
import org.gazouillis.kernel.TimeOrderedIds;
import org.gazouillis.network.Network;
import org.gazouillis.network.Networks;
import org.gazouillis.security.SecretBox;
import org.gazouillis.tenancy.PublishDb;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/// Sends what is due outside, and looks up what nobody knows of: a virtual thread for each account at work, as many
/// per network as that network bears, so that one that hangs keeps nobody else waiting. A thread goes on with its
/// account until nothing of it is due.
@ApplicationScoped
public class Dispatcher implements Tick {
    private static final Logger LOG = Logger.getLogger(Dispatcher.class);
    /// Then others have their turn.
    private static final int IN_A_ROW = 50;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Semaphore> bulkheads = new ConcurrentHashMap<>();
    private Networks networks;
    private SecretBox box;
    private Patience patience;
    private Leases leases;
    private Settlement settlement;
    private PublishedImages images;

    @Inject
    public Dispatcher(
            @PublishDb Jdbi db, TimeOrderedIds ids, Networks networks, SecretBox box, PublishedImages images) {
        this(db, ids, networks, box, images, Patience.USUAL);
    }

    public Dispatcher(
            Jdbi db, TimeOrderedIds ids, Networks networks, SecretBox box, PublishedImages images, Patience patience) {
        this.images = images;
        this.networks = networks;
        this.box = box;
        this.patience = patience;
        leases = new Leases(db, ids, patience.lease());
        settlement = new Settlement(db, ids);
    }

    @SuppressWarnings("NullAway.Init")
    Dispatcher() {}

    @Override
    public String name() {
        return "dispatch";
    }

    @Override
    public Duration every() {
        return Duration.ofMillis(250);
    }

    /// Starts what can be started and does not wait for it.
    @Override
    public void run() {
        if (box.isOpen()) {
            networks.all().forEach(this::start);
        }
    }

    @PreDestroy
    void stop() {
        threads.shutdown();
    }

    private void start(Network network) {
        Semaphore bulkhead = bulkheads.computeIfAbsent(
                network.key(), key -> new Semaphore(network.budget().atOnce()));
        int free = bulkhead.drainPermits();
        int started = 0;
        try {
            if (free > 0) {
                long takenAt = System.nanoTime();
                for (Delivery delivery : leases.take(network, free)) {
                    threads.execute(() -> work(network, delivery, takenAt, bulkhead));
                    started++;
                }
            }
        } finally {
            bulkhead.release(free - started);
        }
    }

    private void work(Network network, Delivery first, long takenAt, Semaphore bulkhead) {
        try {
            deliver(network, first, takenAt);
            for (int more = 0; more < IN_A_ROW && !threads.isShutdown(); more++) {
                long began = System.nanoTime();
                List<Delivery> next = leases.takeNext(network, first.accountId());
                if (next.isEmpty()) {
                    break;
                }
                deliver(network, next.getFirst(), began);
            }
        } catch (RuntimeException failure) {
            // The lease runs out, and then it is looked up.
            LOG.errorf(failure, "Publication %s and those behind it wait", first.id());
        } finally {
            bulkhead.release();
        }
    }

    private void deliver(Network network, Delivery delivery, long takenAt) {
        Courier courier = new Courier(networks.connector(network.key()), box, patience, images);
        Outcome outcome = courier.deliver(delivery, takenAt);
        Verdict verdict = new Judgement(patience).of(delivery, outcome, network);
        if (!settlement.write(delivery, verdict)) {
            LOG.warnf("Publication %s is held by somebody else by now; %s", delivery.id(), verdict.outcome());
        }
    }
}
