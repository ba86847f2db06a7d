package org.gazouillis.bench;

import java.util.Locale;

/// One measured figure beside its limit.
///
/// @param ratio how near the limit we come: 1 is the limit itself, more is better
public record BenchResult(String name, double ours, double limit, String unit, double ratio) {

    /// More is better.
    public static BenchResult rate(String name, double ours, double limit, String unit) {
        return new BenchResult(name, ours, limit, unit, ours / limit);
    }

    /// Less is better.
    public static BenchResult time(String name, double ours, double limit, String unit) {
        return new BenchResult(name, ours, limit, unit, limit / ours);
    }

    String json() {
        return String.format(
                Locale.ROOT,
                "{\"name\":\"%s\",\"ours\":%.3f,\"limit\":%.3f,\"unit\":\"%s\",\"ratio\":%.3f}",
                name,
                ours,
                limit,
                unit,
                ratio);
    }

    String row() {
        return String.format(Locale.ROOT, "%-44s %14.2f %14.2f %-16s %7.2f", name, ours, limit, unit, ratio);
    }
}
