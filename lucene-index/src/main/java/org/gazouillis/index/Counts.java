package org.gazouillis.index;

/// How often a status was liked, reposted and answered.
public record Counts(int likes, int reposts, int replies) {

    public static final Counts NONE = new Counts(0, 0, 0);

    /// All three together, by which [Sort#MOST_ENGAGED] sorts.
    public long engagement() {
        return (long) likes + reposts + replies;
    }
}
