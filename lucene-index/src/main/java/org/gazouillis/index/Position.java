package org.gazouillis.index;

/// How far the database's change sequence has been read: everything up to and including it is in the index.
///
/// @param xid transaction of the last change read
/// @param id the last change read within it
public record Position(long xid, long id) {}
