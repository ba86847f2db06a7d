package org.gazouillis.link;

import java.time.Instant;

/// One click on a link.
record ClickRecord(long link, Instant at, Visit visit) {}
