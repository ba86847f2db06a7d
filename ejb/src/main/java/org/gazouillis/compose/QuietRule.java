package org.gazouillis.compose;

/// What a quiet period does to a post that is planned into it. At its time no post goes out in any of them: what is
/// there all the same, because the period came later, is held for a person.
public enum QuietRule {
    /// Planning is refused, with the next time that is allowed.
    REFUSE,
    /// It is planned for the next time that is allowed.
    SHIFT,
    /// It may be planned, with a warning.
    HOLD
}
