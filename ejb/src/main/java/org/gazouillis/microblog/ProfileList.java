package org.gazouillis.microblog;

import org.gazouillis.kernel.ListId;
import org.gazouillis.kernel.ProfileId;

/// Some profiles under a title, whose statuses their owner reads together.
///
/// @param owner a person, or a brand; nobody else is shown the list
/// @param members how many profiles stand on it
public record ProfileList(ListId id, ProfileId owner, String title, int members) {}
