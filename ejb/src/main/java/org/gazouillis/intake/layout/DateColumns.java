package org.gazouillis.intake.layout;

import java.util.HashMap;
import java.util.Map;
import org.gazouillis.intake.file.ForeignRow;
import org.jspecify.annotations.Nullable;

/// What every column that looks like dates tells about the order of day and month. Which of them is the date is known
/// only at the end, when all keys were seen.
final class DateColumns {
    private final Map<String, DateOrder> orders = new HashMap<>();

    void see(ForeignRow row) {
        row.cells().forEach((column, cell) -> {
            if (!cell.isEmpty() && cell.length() < 40 && Character.isDigit(cell.charAt(0))) {
                orders.computeIfAbsent(column, _ -> new DateOrder()).see(cell);
            }
        });
    }

    DateOrder order(@Nullable String column) {
        return orders.getOrDefault(column == null ? "" : column, new DateOrder());
    }
}
