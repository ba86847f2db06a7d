package org.gazouillis.notice;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.gazouillis.tenancy.Role;

import static org.gazouillis.tenancy.Role.ANALYST;
import static org.gazouillis.tenancy.Role.APPROVER;
import static org.gazouillis.tenancy.Role.AUTHOR;
import static org.gazouillis.tenancy.Role.CLIENT;
import static org.gazouillis.tenancy.Role.MANAGER;
import static org.gazouillis.tenancy.Role.OWNER;

/// What a notice is about, and which roles get it by mail when they said nothing. The database knows these words.
public enum NoticeKind {
    /// A post could not go out.
    FAILED(OWNER, MANAGER, AUTHOR),
    /// A post's time passed, and it was dropped.
    MISSED(OWNER, MANAGER, AUTHOR),
    /// A post was held back and waits for a person.
    HELD(OWNER, MANAGER, AUTHOR),
    /// An account's access has ended.
    EXPIRED(OWNER, MANAGER),
    /// A post waits for approval.
    WAITS(OWNER, MANAGER, APPROVER),
    /// A crisis stop was raised.
    STOPPED(OWNER, MANAGER, AUTHOR),
    /// A crisis stop was released.
    RELEASED,
    /// Changed clocks moved a planned post to another instant.
    MOVED(OWNER, MANAGER, AUTHOR),
    /// A link of a post that goes out within the hour is dead.
    DEAD_LINK(OWNER, MANAGER, AUTHOR),
    /// A search that the member watches has found posts.
    MATCHED(OWNER, MANAGER, AUTHOR, APPROVER, ANALYST, CLIENT),
    /// A search that the member watches finds unusually many posts.
    SPIKED(OWNER, MANAGER, AUTHOR, APPROVER, ANALYST, CLIENT),
    /// A report could not be mailed, or nobody knows whether it was.
    UNMAILED(OWNER, MANAGER),
    /// An export that the member left to the background is ready.
    EXPORTED,
    /// It could not be made.
    UNEXPORTED(OWNER, MANAGER, ANALYST, CLIENT);

    private final Set<Role> mailed;

    NoticeKind(Role... mailed) {
        this.mailed = EnumSet.noneOf(Role.class);
        this.mailed.addAll(Set.of(mailed));
    }

    public Set<Role> mailed() {
        return mailed;
    }

    /// The kind that a fact means; empty for one that nobody needs to be told.
    ///
    /// @param state the state in the fact's payload, if there is one
    static Optional<NoticeKind> of(String fact, String state) {
        return switch (fact) {
            case "PublishFailed" -> Optional.of(FAILED);
            case "PublishMissed" -> Optional.of(state.equals("MISSED") ? MISSED : HELD);
            case "AccountPaused" -> Optional.of(EXPIRED);
            case "ApprovalRequested" -> Optional.of(WAITS);
            case "FenceRaised" -> Optional.of(STOPPED);
            case "PlannedTimeMoved" -> Optional.of(MOVED);
            case "PostLinkDead" -> Optional.of(DEAD_LINK);
            case "AlertMatched" -> Optional.of(MATCHED);
            case "AlertSpiked" -> Optional.of(SPIKED);
            case "ReportNotMailed" -> Optional.of(UNMAILED);
            case "ExportFinished" -> Optional.of(EXPORTED);
            case "ExportFailed" -> Optional.of(UNEXPORTED);
            case "FenceReleased" -> Optional.of(RELEASED);
            default -> Optional.empty();
        };
    }
}
