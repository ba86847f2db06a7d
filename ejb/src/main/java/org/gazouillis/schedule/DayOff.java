package org.gazouillis.schedule;

import java.time.LocalDate;

/// A day on which a brand's series keep silent.
public record DayOff(LocalDate day, String name) {}
