package org.gazouillis.timeline;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.gazouillis.kernel.ListId;
import org.gazouillis.kernel.ProfileId;
import org.gazouillis.kernel.StatusId;
import org.jspecify.annotations.Nullable;

/// One open page or client. Events wait in a short queue; a reader that lets it run full is cut off and has to come
/// back, with the id of the last status it saw, for the rest.
public final class LiveReader implements AutoCloseable {
    static final int QUEUE = 256;
    /// Wakes whoever waits for an event of a reader that was cut off; it is never given out.
    private static final LiveEvent WAKE = LiveEvent.removed(new StatusId(1));

    private final LiveTopic topic;
    private final BlockingQueue<LiveEvent> waiting = new ArrayBlockingQueue<>(QUEUE);
    private final Set<ProfileId> authors = ConcurrentHashMap.newKeySet();
    private final Consumer<LiveReader> leave;
    private volatile boolean cut;

    /// @param leave takes it out of those that events are handed to
    LiveReader(LiveTopic topic, Set<ProfileId> authors, Consumer<LiveReader> leave) {
        this.topic = topic;
        this.authors.addAll(authors);
        this.leave = leave;
    }

    /// The next event, or null when none came for so long or the reader was cut off, which ends the waiting at once.
    public @Nullable LiveEvent next(Duration patience) throws InterruptedException {
        LiveEvent event = cut ? null : waiting.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        return cut ? null : event;
    }

    /// Nobody reads any more.
    @Override
    public void close() {
        leave.accept(this);
        cut();
    }

    /// Whether it was too slow, or the house closes: nothing more comes.
    public boolean isCut() {
        return cut;
    }

    void cut() {
        cut = true;
        waiting.clear();
        waiting.offer(WAKE);
    }

    void offer(LiveEvent event) {
        if (!cut && wants(event) && !waiting.offer(event)) {
            cut();
        }
    }

    void followed(ProfileId author, ProfileId follower) {
        if (isHomeOf(follower)) {
            authors.add(author);
        }
    }

    void unfollowed(ProfileId author, ProfileId follower) {
        if (isHomeOf(follower)) {
            authors.remove(author);
        }
    }

    /// Who stands on the list that it reads.
    void listed(ListId list, Set<ProfileId> members) {
        if (reads(list)) {
            authors.addAll(members);
            authors.retainAll(members);
        }
    }

    boolean reads(ListId list) {
        return topic instanceof LiveTopic.Members(ListId own, var _) && own.equals(list);
    }

    private boolean isHomeOf(ProfileId profile) {
        return topic instanceof LiveTopic.Home(ProfileId viewer) && viewer.equals(profile);
    }

    private boolean wants(LiveEvent event) {
        StatusView status = event.status();
        if (status == null) {
            return true;
        }
        return switch (topic) {
            case LiveTopic.Everyone _ -> status.repostOf() == null && status.inReplyTo() == null;
            case LiveTopic.Home(ProfileId viewer) ->
                authors.contains(status.author().id())
                        || viewer.equals(status.author().id());
            case LiveTopic.Members(var _, ProfileId owner) -> isOfMembers(status, owner);
            case LiveTopic.Hashtag(String tag) -> status.hashtags().contains(tag);
        };
    }

    /// As the timeline of a list: answers only to each other and to its owner.
    private boolean isOfMembers(StatusView status, ProfileId owner) {
        ProfileId author = status.author().id();
        ProfileId answered = status.inReplyToProfile();
        boolean amongThem =
                answered == null || answered.equals(author) || answered.equals(owner) || authors.contains(answered);
        return amongThem && authors.contains(author);
    }
}
