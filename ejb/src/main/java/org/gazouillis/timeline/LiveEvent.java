package org.gazouillis.timeline;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.gazouillis.kernel.StatusId;
import org.gazouillis.microblog.ReaderKey;
import org.gazouillis.microblog.SecondText;
import org.jspecify.annotations.Nullable;

/// Something happened to a status: it is new, or it is gone. One event is shared by all readers of a node; so is its
/// rendered text, which is made once per form.
public final class LiveEvent {
    private final StatusId id;
    private final @Nullable StatusView status;
    private final @Nullable SecondText trial;
    private final @Nullable StatusView second;
    private final Map<String, String> rendered = new ConcurrentHashMap<>();

    private LiveEvent(
            StatusId id, @Nullable StatusView status, @Nullable SecondText trial, @Nullable StatusView second) {
        this.id = id;
        this.status = status;
        this.trial = trial;
        this.second = second;
    }

    public static LiveEvent posted(StatusView status) {
        return new LiveEvent(status.id(), status, null, null);
    }

    /// @param second the status as those see it whom the trial shows the second text
    public static LiveEvent tried(StatusView status, SecondText trial, StatusView second) {
        return new LiveEvent(status.id(), status, trial, second);
    }

    public static LiveEvent removed(StatusId id) {
        return new LiveEvent(id, null, null, null);
    }

    public StatusId id() {
        return id;
    }

    /// The new status; null when it is gone.
    public @Nullable StatusView status() {
        return status;
    }

    /// The new status as this reader sees it; null when it is gone.
    public @Nullable StatusView status(ReaderKey reader) {
        return trial != null && trial.isFor(reader) ? second : status;
    }

    /// The text that `render` makes of the event; readers that name the same form share it.
    public String text(String form, Function<LiveEvent, String> render) {
        return rendered.computeIfAbsent(form, key -> render.apply(this));
    }
}
