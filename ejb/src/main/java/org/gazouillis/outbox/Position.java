package org.gazouillis.outbox;

/// How far a reader of the outbox came: everything up to and including this transaction and row was seen.
public record Position(long xid, long id) {
    public static final Position START = new Position(0, 0);
}
