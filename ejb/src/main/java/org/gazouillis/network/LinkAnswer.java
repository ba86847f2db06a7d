package org.gazouillis.network;

/// What following a link showed.
///
/// @param why for a dead one: the number that its server answers, `silent`, `unreachable` or `circle`; else empty
public record LinkAnswer(Fate fate, String why) {
    /// Something is there, though perhaps not for everybody.
    public static final LinkAnswer THERE = new LinkAnswer(Fate.THERE, "");

    /// Nobody can tell from here.
    public static final LinkAnswer UNKNOWN = new LinkAnswer(Fate.UNKNOWN, "");

    /// The three ends of following.
    public enum Fate {
        THERE,
        DEAD,
        UNKNOWN
    }

    public static LinkAnswer dead(String why) {
        return new LinkAnswer(Fate.DEAD, why);
    }

    public boolean isDead() {
        return fate == Fate.DEAD;
    }
}
