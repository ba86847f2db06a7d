package org.gazouillis.web.access;

/// Who may call a method of the API. Rights for a brand are asked later, by the capability itself.
public enum Access {
    /// Everybody, signed in or not: the public timeline, the state of health.
    ANYONE,
    /// A member by session, or by a token with the scope `read`.
    MEMBER_READ,
    /// A member by session from one of our own pages, or by a token with the scope `write`.
    MEMBER_WRITE,
    /// Whoever runs the server: the header `Authorization: Operator <secret>`.
    OPERATOR
}
