package org.gazouillis.dashboard;

import java.time.LocalDate;

/// How many posts a campaign has on a day of the brand's clock: those that are out, and those that are to come.
public record PlannedDay(LocalDate day, int published, int coming) {}
