package org.gazouillis.rollup;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.gazouillis.engage.Engagement;
import org.gazouillis.engage.Person;
import org.gazouillis.kernel.StatusId;
import org.jspecify.annotations.Nullable;

/// Counts what happened one by one, in plain Java and with plain sets: the figures that the roll-up must equal.
final class SlowCount {
    /// Where a status belongs.
    record Home(long brand, ZoneId zone, @Nullable Long campaign) {}

    private static final long QUARTER = Duration.ofMinutes(15).toSeconds();

    private final Map<StatusId, Home> homes;
    private final TreeMap<String, Cell> cells = new TreeMap<>();

    SlowCount(Map<StatusId, Home> homes) {
        this.homes = homes;
    }

    void count(Engagement engagement) {
        for (String cell : cellsOf(engagement)) {
            cells.computeIfAbsent(cell, key -> new Cell()).count(engagement);
        }
    }

    /// One line per cell: key, then views, anonymous views, likes, reposts, replies, reach, anonymous reach.
    List<String> lines() {
        return cells.entrySet().stream()
                .map(cell -> cell.getKey() + " = " + cell.getValue())
                .toList();
    }

    private List<String> cellsOf(Engagement engagement) {
        StatusId status = status(engagement);
        Home home = java.util.Objects.requireNonNull(homes.get(status));
        Instant quarter = Instant.ofEpochSecond(Math.floorDiv(engagement.at().getEpochSecond(), QUARTER) * QUARTER);
        String day = engagement.at().atZone(home.zone()).toLocalDate().toString();
        List<String> keys = new ArrayList<>(List.of(
                "status " + status, "quarter " + home.brand() + " " + quarter, "day " + home.brand() + " " + day));
        if (home.campaign() != null) {
            keys.add("quarter " + home.campaign() + " " + quarter);
            keys.add("day " + home.campaign() + " " + day);
        }
        return keys;
    }

    private static StatusId status(Engagement engagement) {
        return switch (engagement) {
            case Engagement.View view -> view.status();
            case Engagement.Like like -> like.status();
            case Engagement.Repost repost -> repost.status();
            case Engagement.Reply reply -> reply.status();
            case Engagement.Withdrawal back -> status(back.act());
            case Engagement.Follow follow -> throw new IllegalArgumentException("no status in " + follow);
        };
    }

    private static final class Cell {
        private final Map<String, Integer> counts = new HashMap<>();
        private final Set<Person> viewers = new HashSet<>();

        void count(Engagement engagement) {
            switch (engagement) {
                case Engagement.View view -> {
                    add("views", 1);
                    add("anonymous", view.by().anonymous() ? 1 : 0);
                    viewers.add(view.by());
                }
                case Engagement.Withdrawal back -> add(back.act().getClass().getSimpleName(), -1);
                default -> add(engagement.getClass().getSimpleName(), 1);
            }
        }

        private void add(String what, int number) {
            counts.merge(what, number, Integer::sum);
        }

        private int get(String what) {
            return counts.getOrDefault(what, 0);
        }

        @Override
        public String toString() {
            long anonymous = viewers.stream().filter(Person::anonymous).count();
            return get("views") + " " + get("anonymous") + " " + get("Like") + " " + get("Repost") + " " + get("Reply")
                    + " " + (viewers.size() - anonymous) + " " + anonymous;
        }
    }
}
