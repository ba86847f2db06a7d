package org.gazouillis.notice;

/// What became of a mail that was to be handed to the SMTP server.
///
/// @param why what the server said, or why there was no answer; empty when it took it
public record Handover(End end, String why) {
    /// Whether it was taken, as far as this side can know.
    public enum End {
        /// The server said that it has it.
        TAKEN,
        /// No connection came about: the server has nothing, and would take no other mail now.
        NO_SERVER,
        /// The server said that it does not take it now (4xx).
        LATER,
        /// The server said that it does not take it (5xx).
        REFUSED,
        /// The connection broke, or the answer was none: the server may have it.
        UNKNOWN
    }

    static Handover taken() {
        return new Handover(End.TAKEN, "");
    }
}
