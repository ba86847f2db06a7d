package org.gazouillis.engage;

/// Somebody as the figures know them: a small dense number, so that exact sets of people stay small. Profiles keep
/// their number (`profile.person_no`); an anonymous visitor gets a new one each day, from another series.
public record Person(int number, boolean anonymous) {
    /// Who stands behind a program. Numbers begin with 1.
    static final Person NOBODY = new Person(0, true);
}
