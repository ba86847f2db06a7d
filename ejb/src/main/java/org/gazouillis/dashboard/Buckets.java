package org.gazouillis.dashboard;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.gazouillis.kernel.TimeRange;

import static java.util.Objects.requireNonNull;

/// The cells of a period by their start, without holes, and all of it in one.
final class Buckets {
    private final NavigableMap<Instant, Cell> cells = new TreeMap<>();
    private final Cell whole = new Cell();
    /// Those whose people are not in the whole yet: it costs less to unite it with each bucket than with each row.
    private final Set<Instant> apart = new HashSet<>();

    Buckets(TimeRange range, Step step, ZoneId zone) {
        ZonedDateTime start = step.startOf(range.from().atZone(zone));
        for (; start.toInstant().isBefore(range.to()); start = step.next(start)) {
            cells.put(start.toInstant(), new Cell());
        }
    }

    boolean hasStart(Instant time) {
        return cells.containsKey(time);
    }

    /// The first bucket first.
    List<Instant> starts() {
        return List.copyOf(cells.keySet());
    }

    /// The last bucket first.
    Map<Instant, Cell> fromTheEnd() {
        return cells.descendingMap();
    }

    Cell whole() {
        apart.forEach(start -> whole.addPeople(requireNonNull(cells.get(start))));
        apart.clear();
        return whole;
    }

    /// @param time within the bucket that it belongs to
    void add(BucketRow row, Instant time) {
        Map.Entry<Instant, Cell> bucket = cells.floorEntry(time);
        bucket.getValue().add(row);
        whole.addCounts(row);
        apart.add(bucket.getKey());
    }

    void addPosts(Instant time, long number) {
        cells.floorEntry(time).getValue().addPosts(number);
        whole.addPosts(number);
    }

    void add(Fixed fixed) {
        fixed.cells()
                .forEach((start, settled) -> cells.floorEntry(start).getValue().add(settled));
        whole.add(fixed.whole());
    }

    Fixed settle() {
        return new Fixed(
                cells.entrySet().stream()
                        .collect(Collectors.toUnmodifiableMap(
                                Map.Entry::getKey, cell -> cell.getValue().settle())),
                whole().settle());
    }

    /// Buckets that nothing is added to any more.
    record Fixed(Map<Instant, SettledCell> cells, SettledCell whole) implements SettledDays.Settled {
        @Override
        public long weight() {
            return whole.weight()
                    + cells.values().stream().mapToLong(SettledCell::weight).sum();
        }
    }
}
