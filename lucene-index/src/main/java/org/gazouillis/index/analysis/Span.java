package org.gazouillis.index.analysis;

/// A stretch of a text, in UTF-16 code units, the end excluded.
public record Span(int start, int end) {}
