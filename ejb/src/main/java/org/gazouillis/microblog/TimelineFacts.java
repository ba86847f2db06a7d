package org.gazouillis.microblog;

import java.util.Set;

/// Which facts of the outbox change what stands on timelines.
public final class TimelineFacts {
    public static final Set<String> KINDS =
            Set.of("StatusPosted", "StatusReposted", "StatusRemoved", "Followed", "Unfollowed");

    private TimelineFacts() {}
}
