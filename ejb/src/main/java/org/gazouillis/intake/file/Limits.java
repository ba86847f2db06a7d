package org.gazouillis.intake.file;

/// How much a file may cost.
///
/// @param cellChars  longest cell
/// @param rowChars   longest row
/// @param totalBytes longest unpacked file
/// @param ratio      most unpacked bytes per packed byte; text packs to a tenth, a bomb to a thousandth
public record Limits(int cellChars, int rowChars, long totalBytes, int ratio) {
    public static final Limits HOUSE = new Limits(1 << 16, 1 << 20, 2L << 30, 100);
}
