package org.gazouillis.intake;

/// Why a row was refused; pages look their own words up by it.
public enum RejectRule {
    /// More or fewer cells than the header has.
    COLUMN_COUNT,
    /// A quotation mark that opens or closes in the wrong place.
    QUOTES,
    /// A cell or a row longer than the limits.
    TOO_LONG,
    /// Not one JSON object on one line.
    NOT_JSON,
    /// No text, or only blanks.
    TEXT_MISSING,
    /// Bytes that are no letters in the file's encoding, or a NUL.
    TEXT_BROKEN,
    /// No id where the layout promises one.
    ID_MISSING,
    /// An id that a spreadsheet rounded (`4.89E+17`), or that is no id at all.
    ID_DAMAGED,
    DATE_MISSING,
    DATE_UNREADABLE,
    /// Day and month cannot be told apart, as in 3/4/2017.
    DATE_AMBIGUOUS,
    /// Before 1990 or in the future.
    DATE_OUT_OF_RANGE,
    /// Not a whole number of at least 0.
    COUNT_UNREADABLE,
    /// Not a fraction of at least 0.
    RATE_UNREADABLE,
    /// A source label that is too long or has control characters.
    LABEL_UNREADABLE,
    /// A status that an earlier line of the same file already brought.
    DUPLICATE
}
