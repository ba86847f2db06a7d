package org.gazouillis.intake.layout;

import java.time.Instant;

/// When a status was published elsewhere; `dateOnly` when its file knows only the day.
record ForeignTime(Instant at, boolean dateOnly) {}
