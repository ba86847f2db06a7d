package org.gazouillis.dashboard;

import java.util.Map;
import java.util.stream.Collectors;

/// What the parts of a brand gathered in settled days, by the number of their subject.
record SettledParts(Map<Long, SettledCell> cells) implements SettledDays.Settled {
    static SettledParts of(Map<Long, Cell> cells) {
        return new SettledParts(cells.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, cell -> cell.getValue().settle())));
    }

    @Override
    public long weight() {
        return cells.values().stream().mapToLong(SettledCell::weight).sum();
    }
}
