package org.gazouillis.index;

import java.time.ZoneId;

/// The statuses that are to be counted: as a [SearchRequest], without a page.
///
/// @param query in the language of [SearchRequest]; empty selects all that the scope holds
/// @param zone in which `since:` and `until:` name days, and days, weeks and hours begin
public record Selection(String query, SearchScope scope, ZoneId zone) {}
