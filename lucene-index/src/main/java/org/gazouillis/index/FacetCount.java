package org.gazouillis.index;

/// One value of a facet and how many of the selected statuses have it, exactly.
public record FacetCount(String value, long count) {}
