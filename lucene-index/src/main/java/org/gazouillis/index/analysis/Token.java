package org.gazouillis.index.analysis;

/// One term and where it stood in the text.
///
/// @param position counted in words from 0
/// @param start first UTF-16 code unit
/// @param end code unit after the last
public record Token(String term, int position, int start, int end) {}
