package org.gazouillis.link;

import java.time.LocalDate;

/// Clicks of a day of the brand's clock.
public record LinkDay(LocalDate day, int clicks, int robots) {}
