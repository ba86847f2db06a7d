package org.gazouillis.web.microblog;

import jakarta.json.bind.annotation.JsonbProperty;
import org.gazouillis.microblog.Relationship;

/// Mastodon's `Relationship`. What this house does not have (blocks, mutes, requests) is said to be off.
public record RelationshipJson(
        String id,
        boolean following,
        @JsonbProperty("showing_reblogs") boolean showingReblogs,
        boolean notifying,
        @JsonbProperty("followed_by") boolean followedBy,
        boolean blocking,
        @JsonbProperty("blocked_by") boolean blockedBy,
        boolean muting,
        @JsonbProperty("muting_notifications") boolean mutingNotifications,
        boolean requested,
        @JsonbProperty("requested_by") boolean requestedBy,
        @JsonbProperty("domain_blocking") boolean domainBlocking,
        boolean endorsed,
        String note) {

    static RelationshipJson of(Relationship relationship) {
        return new RelationshipJson(
                relationship.profile().toString(),
                relationship.following(),
                relationship.following(),
                false,
                relationship.followedBy(),
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                "");
    }
}
