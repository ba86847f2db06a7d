package org.gazouillis.publish;

import org.gazouillis.kernel.TriageId;

/// What a decision did.
///
/// @param id under which it can be undone
/// @param changed how many posts
/// @param stopped how many were left as they are, because a stop still stands over them
public record TriageDone(TriageId id, int changed, int stopped) {}
