package org.gazouillis.dashboard;

import org.gazouillis.kernel.ListId;

/// A list of the account, with how far a flash came among those who stand on it now.
public record CoveredList(ListId list, String title, Coverage coverage, Unanswered unanswered) {}
