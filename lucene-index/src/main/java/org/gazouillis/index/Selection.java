package org.gazouillis.index;

/// The statuses that are to be counted: as a [SearchRequest], without a page.
///
/// @param query in the language of [SearchRequest]; empty selects all that the scope holds
/// @param standpoint what days and names mean to the asker; bars of a histogram begin in its zone
public record Selection(String query, SearchScope scope, Standpoint standpoint) {}
