package org.gazouillis.microblog;

import org.gazouillis.kernel.ProfileId;

/// How a viewer and another profile stand to each other.
public record Relationship(ProfileId profile, boolean following, boolean followedBy) {}
