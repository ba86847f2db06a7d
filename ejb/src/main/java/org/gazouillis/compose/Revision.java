package org.gazouillis.compose;

import java.time.Instant;
import java.util.List;

/// A post as it stood, or stands.
///
/// @param author who wrote it so
/// @param accounts handles of the accounts it was for
/// @param change what it changed of the revision before; all added for the first
public record Revision(int number, String author, Instant at, String text, List<String> accounts, WordDiff change) {}
