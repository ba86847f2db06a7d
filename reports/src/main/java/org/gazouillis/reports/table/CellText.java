package org.gazouillis.reports.table;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import org.gazouillis.reports.CellNotWritable;
import org.gazouillis.reports.Column;

/// Spells the cells of one table. Not for several threads: the buffer of instants is used again.
public final class CellText {
    private static final int RATE_DECIMALS = 6;

    private final InstantText instants;

    public CellText(ZoneId zone) {
        instants = new InstantText(zone);
    }

    /// The spelling of `value`, which is not `null`.
    ///
    /// @throws CellNotWritable when the value is not of the column's type
    public CharSequence of(Column column, Object value) {
        return switch (column.type()) {
            case TEXT -> text(column, value);
            case NUMBER -> number(column, value);
            case RATE -> rate(column, value);
            case INSTANT -> instant(column, value);
        };
    }

    private static CharSequence text(Column column, Object value) {
        if (value instanceof CharSequence text) {
            return text;
        }
        throw CellNotWritable.of(column, value);
    }

    private static CharSequence number(Column column, Object value) {
        return switch (value) {
            case Long whole -> whole.toString();
            case Integer whole -> whole.toString();
            case BigDecimal decimal -> decimal.toPlainString();
            default -> throw CellNotWritable.of(column, value);
        };
    }

    private static CharSequence rate(Column column, Object value) {
        if (value instanceof Double rate && Double.isFinite(rate)) {
            if (rate == 0) {
                return "0";
            }
            var rounded = BigDecimal.valueOf(rate).setScale(RATE_DECIMALS, RoundingMode.HALF_EVEN);
            return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
        }
        throw CellNotWritable.of(column, value);
    }

    private CharSequence instant(Column column, Object value) {
        if (value instanceof Instant instant) {
            return instants.of(instant);
        }
        throw CellNotWritable.of(column, value);
    }
}
