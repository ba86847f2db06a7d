package org.gazouillis.publish;

/// What one claim made of the posts it took.
///
/// @param taken all of them; the others say what became of how many
public record Batch(int taken, int published, int held, int missed, int failed) {
    Batch plus(Batch other) {
        return new Batch(
                taken + other.taken,
                published + other.published,
                held + other.held,
                missed + other.missed,
                failed + other.failed);
    }
}
