package org.gazouillis.schedule;

import java.time.LocalDate;

/// A campaign once more, at another time.
///
/// @param name of the copy
/// @param startsOn its first day; everything else keeps its distance to it
/// @param planned whether its posts go out by themselves; else they are drafts with their times
public record CopyOrder(String name, LocalDate startsOn, boolean planned) {}
