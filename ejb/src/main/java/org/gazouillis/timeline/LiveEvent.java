package org.gazouillis.timeline;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.gazouillis.kernel.StatusId;
import org.jspecify.annotations.Nullable;

/// Something happened to a status: it is new, or it is gone. One event is shared by all readers of a node; so is its
/// rendered text, which is made once per form.
public final class LiveEvent {
    private final StatusId id;
    private final @Nullable StatusView status;
    private final Map<String, String> rendered = new ConcurrentHashMap<>();

    private LiveEvent(StatusId id, @Nullable StatusView status) {
        this.id = id;
        this.status = status;
    }

    public static LiveEvent posted(StatusView status) {
        return new LiveEvent(status.id(), status);
    }

    public static LiveEvent removed(StatusId id) {
        return new LiveEvent(id, null);
    }

    public StatusId id() {
        return id;
    }

    /// The new status; null when it is gone.
    public @Nullable StatusView status() {
        return status;
    }

    /// The text that `render` makes of the event; readers that name the same form share it.
    public String text(String form, Function<LiveEvent, String> render) {
        return rendered.computeIfAbsent(form, key -> render.apply(this));
    }
}
