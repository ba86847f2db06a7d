package org.gazouillis.dashboard;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.WorkspaceId;
import org.jspecify.annotations.Nullable;

/// Keeps in memory what was gathered from the rolled-up rows of whole days, until the roll-up writes to one of them: a
/// dashboard is read many times a day, and of its month only the last days change.
///
/// Nothing of it is older than what would be read: every time the database is asked which transactions wrote the
/// brand's rows of those days last (`xmin`; each event is in one of them), behind the same row-level security as the
/// rows themselves, and before them. What was read longest ago goes when there is too much; what would take half of the
/// place alone is not kept.
@ApplicationScoped
public class SettledDays {
    private static final long MOST_BYTES = 64L << 20;

    private final Map<Key, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);
    private final long mostBytes;
    private long bytes;

    public SettledDays() {
        this(MOST_BYTES);
    }

    SettledDays(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    /// What can be kept: it never changes, and knows how many bytes it takes in memory, about.
    interface Settled {
        long weight();
    }

    private record Key(WorkspaceId workspace, BrandId brand, LocalDate from, LocalDate to, Object what) {}

    private record Kept(String writers, Settled settled) {}

    /// What `load` gathers from the rows of `days`, unless it is known.
    ///
    /// @param what tells apart what is gathered from the same days, by its class and values
    <T extends Settled> T read(Asked asked, DayRange days, Object what, Class<T> type, Supplier<T> load) {
        Key key = new Key(asked.workspace(), asked.query().brand(), days.from(), days.to(), what);
        String writers = asked.writers(days);
        Optional<T> known = known(key, writers).map(type::cast);
        if (known.isPresent()) {
            return known.get();
        }
        T loaded = load.get();
        keep(key, new Kept(writers, loaded));
        return loaded;
    }

    private synchronized Optional<Settled> known(Key key, String writers) {
        return Optional.ofNullable(kept.get(key))
                .filter(each -> each.writers().equals(writers))
                .map(Kept::settled);
    }

    private synchronized void keep(Key key, Kept fresh) {
        drop(kept.remove(key));
        if (fresh.settled().weight() > mostBytes / 2) {
            return;
        }
        kept.put(key, fresh);
        bytes += fresh.settled().weight();
        Iterator<Kept> oldest = kept.values().iterator();
        while (bytes > mostBytes && oldest.hasNext()) {
            bytes -= oldest.next().settled().weight();
            oldest.remove();
        }
    }

    private void drop(@Nullable Kept replaced) {
        if (replaced != null) {
            bytes -= replaced.settled().weight();
        }
    }
}
