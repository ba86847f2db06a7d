package org.gazouillis.reports;

/// What the cells of one column hold. Every cell may also be `null`: that is a missing value, written as an empty
/// cell (CSV) or `null` (JSON Lines), never as 0.
public enum CellType {
    /// A `CharSequence` written by people or by other programs. CSV guards it against spreadsheet formulas.
    TEXT,
    /// A whole or decimal number: `Long`, `Integer` or `BigDecimal`. Never guarded, never quoted in CSV.
    NUMBER,
    /// A finite `Double` that is a quotient, as a fraction (0.0312 is 3.12 %), written with at most six decimals.
    RATE,
    /// An `Instant`, written as ISO 8601 in the table's zone with its offset: `2026-07-14T09:00:00+02:00`.
    INSTANT
}
