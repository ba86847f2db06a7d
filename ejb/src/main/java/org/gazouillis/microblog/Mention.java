package org.gazouillis.microblog;

import org.gazouillis.kernel.ProfileId;

/// A profile that a status speaks of.
public record Mention(ProfileId id, String handle) {}
