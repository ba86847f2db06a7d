package org.gazouillis.web.timeline;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.gazouillis.kernel.StatusId;
import org.gazouillis.timeline.LiveEvent;
import org.gazouillis.timeline.LiveReader;
import org.gazouillis.timeline.LiveReaders;
import org.gazouillis.timeline.StatusView;
import org.gazouillis.web.microblog.Addresses;
import org.gazouillis.web.microblog.StatusJson;
import org.jboss.logging.Logger;

/// Writes events to open streams, one virtual thread each: a reader that takes its time holds up nobody, and one that
/// takes no event for [#PATIENCE] is given up. The threads end with their readers, and before the pages of this
/// application are taken down: they need its beans to write an event.
@ApplicationScoped
public class EventPump {
    private static final Logger LOG = Logger.getLogger(EventPump.class);
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration END = Duration.ofSeconds(2);

    @Inject
    private LiveReaders readers;

    private final Jsonb json = JsonbBuilder.create();
    /// Jakarta Concurrency 3.0 has no virtual threads that the server manages.
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    void start(Subscription subscription) {
        threads.execute(() -> run(subscription));
    }

    /// Ends all readers and waits for their threads; those still sending are interrupted.
    @PreDestroy
    void stop() {
        threads.shutdown();
        readers.closeAll();
        try {
            if (!threads.awaitTermination(END.toSeconds(), TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException hurried) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private void run(Subscription to) {
        try (LiveReader reader = to.reader();
                SseEventSink sink = to.sink()) {
            pump(to, reader, sink);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException gone) {
            LOG.debugf("A reader is gone: %s", gone);
        }
    }

    private void pump(Subscription to, LiveReader reader, SseEventSink sink)
            throws InterruptedException, ExecutionException, TimeoutException {
        send(to, to.sse().newEventBuilder().comment("welcome").build());
        Set<StatusId> sent = new HashSet<>();
        for (StatusView status : to.missed()) {
            send(to, rendered(to, LiveEvent.posted(status)));
            sent.add(status.id());
        }
        while (!sink.isClosed() && !reader.isCut()) {
            LiveEvent event = reader.next(HEARTBEAT);
            if (reader.isCut()) {
                return;
            }
            if (event == null) {
                send(to, to.sse().newEventBuilder().comment("still here").build());
            } else if (event.status() == null || !sent.remove(event.id())) {
                send(to, rendered(to, event));
            }
        }
    }

    private static void send(Subscription to, OutboundSseEvent event)
            throws InterruptedException, ExecutionException, TimeoutException {
        to.sink().send(event).toCompletableFuture().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    private OutboundSseEvent rendered(Subscription to, LiveEvent event) {
        Addresses addresses = to.addresses();
        OutboundSseEvent.Builder builder = to.sse().newEventBuilder();
        StatusView status = event.status(to.key());
        if (status == null) {
            return builder.name("delete").data(event.id().toString()).build();
        }
        // Of two texts each is made once.
        String form = addresses.root() + (status.equals(event.status()) ? "" : " second");
        String text = event.text(form, _ -> json.toJson(StatusJson.of(status, addresses)));
        return builder.name("update").id(event.id().toString()).data(text).build();
    }
}
