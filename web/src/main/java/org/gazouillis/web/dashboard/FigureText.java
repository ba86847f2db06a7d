package org.gazouillis.web.dashboard;

import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.Locale;
import org.gazouillis.rollup.Measure;
import org.jspecify.annotations.Nullable;

/// Writes figures for people of one language. What is missing is a dash, never 0.
public record FigureText(Locale locale) {
    public static final String MISSING = "–";
    private static final double SMALL_SHARE = 0.1;

    public String of(Measure.Unit unit, @Nullable Number value) {
        if (value == null) {
            return MISSING;
        }
        return switch (unit) {
            case COUNT, PEOPLE -> count(value.longValue());
            case RATIO -> decimals(NumberFormat.getNumberInstance(locale), 2).format(value);
            case SHARE ->
                decimals(NumberFormat.getPercentInstance(locale), Math.abs(value.doubleValue()) < SMALL_SHARE ? 2 : 1)
                        .format(value);
        };
    }

    /// With one decimal at most.
    String decimal(double value) {
        return decimals(NumberFormat.getNumberInstance(locale), 1).format(value);
    }

    public String count(long value) {
        return NumberFormat.getIntegerInstance(locale).format(value);
    }

    /// A number that is not known more exactly than to its first two digits: `3,100`.
    String about(long value) {
        long unit = Math.round(Math.pow(
                10, Math.max(0, Long.toString(Math.abs(value)).length() - 2.0)));
        return count(Math.round(value / (double) unit) * unit);
    }

    /// `+12 %`, `−3 %`; a dash when there was nothing to compare with.
    String change(@Nullable Number now, @Nullable Number before) {
        if (now == null || before == null || before.doubleValue() == 0) {
            return MISSING;
        }
        return signed((now.doubleValue() - before.doubleValue()) / Math.abs(before.doubleValue()));
    }

    public String signed(double share) {
        String text = decimals(NumberFormat.getPercentInstance(locale), 0).format(Math.abs(share));
        return Math.round(share * 100) == 0 ? text : (share > 0 ? "+" : "−") + text;
    }

    /// A difference in the unit of its measure: `+0.4 %`, `−12`. Differences of shares are points of per cent.
    String difference(Measure.Unit unit, double value) {
        String size = unit == Measure.Unit.COUNT || unit == Measure.Unit.PEOPLE
                ? count(Math.round(Math.abs(value)))
                : of(unit, Math.abs(value));
        return value == 0 ? size : (value > 0 ? "+" : "−") + size;
    }

    /// `±1.3 %`.
    String error(double share) {
        return "±" + decimals(NumberFormat.getPercentInstance(locale), 1).format(share);
    }

    private static NumberFormat decimals(NumberFormat format, int digits) {
        format.setMaximumFractionDigits(digits);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format;
    }
}
