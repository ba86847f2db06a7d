package org.gazouillis.timeline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.gazouillis.kernel.ListId;
import org.gazouillis.kernel.ProfileId;
import org.gazouillis.tenancy.AppDb;
import org.jdbi.v3.core.Jdbi;

/// The open readers of this node.
@ApplicationScoped
public class LiveReaders {
    private static final int MOST = Integer.getInteger("gazouillis.timeline.readers", 10_000);

    private final Jdbi db;
    private final Set<LiveReader> open = ConcurrentHashMap.newKeySet();

    @Inject
    public LiveReaders(@AppDb Jdbi db) {
        this.db = db;
    }

    LiveReaders() {
        this(Jdbi.create("jdbc:none"));
    }

    /// Opens a reader: from now on its events wait for it. Close it when nobody reads any more.
    ///
    /// @throws TooManyReaders when this node serves as many as it may
    public LiveReader open(LiveTopic topic) {
        if (open.size() >= MOST) {
            throw new TooManyReaders(MOST);
        }
        LiveReader reader = new LiveReader(topic, authors(topic), open::remove);
        open.add(reader);
        return reader;
    }

    public boolean isEmpty() {
        return open.isEmpty();
    }

    /// Hands the events to everybody who wants them; never waits for anybody.
    public void push(List<LiveEvent> events) {
        for (LiveReader reader : open) {
            events.forEach(reader::offer);
        }
    }

    public void followed(ProfileId author, ProfileId follower) {
        open.forEach(reader -> reader.followed(author, follower));
    }

    public void unfollowed(ProfileId author, ProfileId follower) {
        open.forEach(reader -> reader.unfollowed(author, follower));
    }

    public boolean isRead(ListId list) {
        return open.stream().anyMatch(reader -> reader.reads(list));
    }

    /// Who stands on a list from now on.
    public void listed(ListId list, Set<ProfileId> members) {
        open.forEach(reader -> reader.listed(list, members));
    }

    /// Ends all readers; they come back to another node.
    public void closeAll() {
        open.forEach(LiveReader::close);
    }

    private Set<ProfileId> authors(LiveTopic topic) {
        return switch (topic) {
            case LiveTopic.Home(ProfileId viewer) -> followedBy(viewer);
            case LiveTopic.Members(ListId list, var _) -> db.withHandle(handle -> ListMembers.of(handle, list));
            case LiveTopic.Everyone _, LiveTopic.Hashtag _ -> Set.of();
        };
    }

    private Set<ProfileId> followedBy(ProfileId viewer) {
        return db.withHandle(handle -> handle.createQuery("select author_id from follow where follower_id = :viewer")
                .bind("viewer", viewer)
                .mapTo(ProfileId.class)
                .set());
    }
}
