package org.gazouillis.timeline;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.gazouillis.kernel.ProfileId;
import org.jspecify.annotations.Nullable;

/// One open page or client. Events wait in a short queue; a reader that lets it run full is cut off and has to come
/// back, with the id of the last status it saw, for the rest.
public final class LiveReader {
    static final int QUEUE = 256;

    private final LiveTopic topic;
    private final BlockingQueue<LiveEvent> waiting = new ArrayBlockingQueue<>(QUEUE);
    private final Set<ProfileId> authors = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;

    LiveReader(LiveTopic topic, Set<ProfileId> authors) {
        this.topic = topic;
        this.authors.addAll(authors);
    }

    /// The next event, or null when none came for so long or the reader was cut off.
    public @Nullable LiveEvent next(Duration patience) throws InterruptedException {
        return cut ? null : waiting.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// Whether it was too slow, or the house closes: nothing more comes.
    public boolean isCut() {
        return cut;
    }

    void cut() {
        cut = true;
        waiting.clear();
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
            case LiveTopic.Hashtag(String tag) -> status.hashtags().contains(tag);
        };
    }
}
