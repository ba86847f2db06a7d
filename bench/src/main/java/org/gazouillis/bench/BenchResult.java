package org.gazouillis.bench;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

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

    /// As [#rate], of rounds that took turns. The ratio is the median of the rounds' ratios, since only the two of one
    /// round met the machine in the same mood.
    static BenchResult rates(String name, List<Double> ours, List<Double> limit, String unit) {
        return new BenchResult(name, median(ours), median(limit), unit, median(ratios(ours, limit)));
    }

    /// As [#time], of rounds that took turns, see [#rates].
    static BenchResult times(String name, List<Double> ours, List<Double> limit, String unit) {
        return new BenchResult(name, median(ours), median(limit), unit, median(ratios(limit, ours)));
    }

    static double median(List<Double> figures) {
        return figures.stream().sorted().toList().get(figures.size() / 2);
    }

    /// The smallest figure that `share` of all do not exceed.
    static double quantile(List<Double> figures, double share) {
        List<Double> sorted = figures.stream().sorted().toList();
        return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
    }

    private static List<Double> ratios(List<Double> some, List<Double> others) {
        return IntStream.range(0, some.size())
                .mapToObj(round -> some.get(round) / others.get(round))
                .toList();
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
