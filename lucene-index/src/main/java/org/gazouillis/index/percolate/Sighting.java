package org.gazouillis.index.percolate;

/// A status that a watch waited for.
public record Sighting(long watch, long status) {}
