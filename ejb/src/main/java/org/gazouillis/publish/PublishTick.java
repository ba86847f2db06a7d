package org.gazouillis.publish;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.gazouillis.kernel.Tick;

/// Wakes the publisher four times a second.
@ApplicationScoped
public class PublishTick implements Tick {
    private Publisher publisher;

    @Inject
    public PublishTick(Publisher publisher) {
        this.publisher = publisher;
    }

    @SuppressWarnings("NullAway.Init")
    PublishTick() {}

    @Override
    public String name() {
        return "publish";
    }

    @Override
    public Duration every() {
        return Duration.ofMillis(250);
    }

    @Override
    public void run() {
        publisher.publishDue();
    }
}
