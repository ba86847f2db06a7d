package org.gazouillis.rollup;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The mean of a rate over posts, each weighing the same: the other honest average beside the pooled rate, in which
/// each impression weighs the same.
///
/// @param value null when no post has a rate
/// @param posts how many posts have a rate
/// @param without how many have none, because nothing can be divided
public record MeanOfRatios(@Nullable Double value, int posts, int without) {
    public static MeanOfRatios of(Measure measure, List<Tally> ofPosts) {
        List<Double> rates = ofPosts.stream()
                .map(tally ->
                        measure.of(new Totals(tally, Crowd.NOBODY, 1, null)).value())
                .filter(Objects::nonNull)
                .map(Number::doubleValue)
                .toList();
        double sum = rates.stream().mapToDouble(Double::doubleValue).sum();
        return new MeanOfRatios(
                rates.isEmpty() ? null : sum / rates.size(), rates.size(), ofPosts.size() - rates.size());
    }
}
