package org.gazouillis.index;

import java.time.Duration;

/// What makes a status stand where it does by relevance: three factors of one product.
/// ```
/// alike   BM25 of the words asked for; 1 when none were
/// engaged 1 + log2(1 + likes + reposts + replies) / 8
/// recent  1/4 + 3/4 · 2^(-age / 7 days), the age beside the newest match
/// ```
/// So 255 likes double it, and a week takes three eighths off. BM25: Robertson and Zaragoza, "The Probabilistic
/// Relevance Framework", 2009, as Lucene has it.
public record Merit(double alike, double engaged, double recent) {

    private static final double WEEK = Duration.ofDays(7).toMillis();
    private static final double OLD = 0.25;
    private static final double DOUBLED_AT = 8;

    /// @param engagement likes, reposts and replies together
    /// @param age milliseconds between it and the newest match
    public static Merit of(double alike, long engagement, long age) {
        return new Merit(
                alike,
                1 + log2(1.0 + Math.max(0, engagement)) / DOUBLED_AT,
                OLD + (1 - OLD) * Math.pow(2, -age / WEEK));
    }

    public double score() {
        return alike * engaged * recent;
    }

    private static double log2(double number) {
        return Math.log(number) / Math.log(2);
    }
}
