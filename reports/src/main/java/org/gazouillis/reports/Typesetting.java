package org.gazouillis.reports;

/// What the letters of a PDF are taken from. A document names it, because the same document must give the same bytes:
/// what was set one way once is always set that way.
public enum Typesetting {
    /// What DejaVu Sans has and what runs from left to right without joining: Latin, Greek, Cyrillic, signs. U+FFFD
    /// stands for everything else.
    LATIN,

    /// Also emoji in one colour, Chinese, Japanese, Korean and Thai, and Arabic and Hebrew with joined letters from
    /// right to left. U+FFFD stands for what no face has, such as the scripts of India.
    WORLD
}
