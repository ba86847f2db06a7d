package org.gazouillis.trial;

/// By how much the second text's rate is above the first's, and between which bounds the truth lies, however often
/// somebody looks.
public record Difference(double value, double low, double high) {}
