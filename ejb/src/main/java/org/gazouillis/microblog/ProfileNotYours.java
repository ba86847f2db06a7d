package org.gazouillis.microblog;

import org.gazouillis.kernel.ProfileId;

/// A member may speak only as themselves or as a brand that they publish for.
public final class ProfileNotYours extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ProfileNotYours(ProfileId profile) {
        super("You cannot act as profile " + profile + ". Act as yourself, or as a brand that you publish for.");
    }
}
