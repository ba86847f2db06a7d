package org.gazouillis.publish;

/// What a person decides about a post that was held.
public enum TriageDeed {
    /// It goes out now, one after the other with a distance between them.
    SEND,
    /// It gets another time.
    REDATE,
    /// It will not go out.
    DROP
}
