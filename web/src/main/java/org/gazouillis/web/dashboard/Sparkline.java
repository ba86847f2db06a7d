package org.gazouillis.web.dashboard;

import java.util.List;
import java.util.Locale;

/// A small line without axes for a row of a table: the points of an SVG polyline in a box of 100 × 24, from 0 at the
/// foot to the largest value at the top.
final class Sparkline {
    private static final double WIDTH = 100;
    private static final double HEIGHT = 24;
    private static final double MARGIN = 2;

    private Sparkline() {}

    static String points(List<Long> values) {
        long most = Math.max(1, values.stream().mapToLong(Long::longValue).max().orElse(1));
        double step = values.size() < 2 ? 0 : (WIDTH - 2 * MARGIN) / (values.size() - 1);
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < values.size(); i++) {
            double y = HEIGHT - MARGIN - (HEIGHT - 2 * MARGIN) * Math.max(0, values.get(i)) / most;
            points.append(points.isEmpty() ? "" : " ")
                    .append(String.format(Locale.ROOT, "%.1f,%.1f", MARGIN + i * step, y));
        }
        return points.toString();
    }
}
