package org.gazouillis.timeline;

import java.util.List;
import org.gazouillis.kernel.ProfileId;
import org.gazouillis.kernel.StatusId;
import org.gazouillis.microblog.Bookkeeper;
import org.gazouillis.microblog.CurrentReader;
import org.gazouillis.outbox.OutboxRelay;
import org.gazouillis.tenancy.CurrentMember;
import org.gazouillis.testrig.World;

/// The readers of a test world and the relay that keeps their homes.
final class Readers {
    final TimelineReader timelines;
    final ThreadReader threads;
    private final OutboxRelay relay;

    /// @param large followers from which on an author is merged at read
    Readers(World world, int large) {
        CurrentReader reader = new CurrentReader(new CurrentMember());
        timelines = new TimelineReader(world.app(), new Homecoming(world.app(), world.clock()), reader);
        threads = new ThreadReader(world.app(), reader);
        relay = new OutboxRelay(
                world.worker(),
                List.of(new Bookkeeper(world.worker(), large), new FanOut(world.worker(), world.clock())));
        relay.subscribe();
    }

    void settle() {
        relay.run();
    }

    List<StatusId> home(ProfileId viewer, Window window) {
        return ids(timelines.home(viewer, window));
    }

    static List<StatusId> ids(List<StatusView> views) {
        return views.stream().map(StatusView::id).toList();
    }
}
