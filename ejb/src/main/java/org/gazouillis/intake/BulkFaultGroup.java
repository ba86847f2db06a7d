package org.gazouillis.intake;

/// The same fault in many rows, to be mended at one stroke.
///
/// @param column header name of the cells
/// @param value  what stands in all of them; empty where each has its own
/// @param rows   how many
public record BulkFaultGroup(BulkRule rule, String column, String value, int rows) {}
