package org.gazouillis.security;

import java.util.EnumSet;
import java.util.Set;
import org.gazouillis.tenancy.Role;

import static org.gazouillis.tenancy.Role.ANALYST;
import static org.gazouillis.tenancy.Role.APPROVER;
import static org.gazouillis.tenancy.Role.AUTHOR;
import static org.gazouillis.tenancy.Role.CLIENT;
import static org.gazouillis.tenancy.Role.MANAGER;
import static org.gazouillis.tenancy.Role.OWNER;

/// What can be allowed for a brand, and to whom.
public enum Permission {
    /// See the brand, its queue and its posts.
    VIEW(OWNER, MANAGER, AUTHOR, APPROVER, ANALYST, CLIENT),
    /// Write and change drafts.
    WRITE(OWNER, MANAGER, AUTHOR),
    /// Plan, publish at once, move or cancel.
    PUBLISH(OWNER, MANAGER, AUTHOR),
    /// Stop everything of the brand in a crisis, and release it.
    STOP(OWNER, MANAGER),
    /// Change how the brand publishes: lateness, time to undo, quiet periods.
    SET_RULES(OWNER, MANAGER),
    /// See reach and engagement.
    ANALYSE(OWNER, MANAGER, AUTHOR, APPROVER, ANALYST, CLIENT),
    /// Take figures out as files.
    EXPORT(OWNER, MANAGER, ANALYST, CLIENT),
    /// Bring foreign files in.
    IMPORT(OWNER, MANAGER, ANALYST),
    /// Change campaigns.
    PLAN_CAMPAIGNS(OWNER, MANAGER),
    /// Change the brand itself, its members and accounts.
    ADMINISTER(OWNER);

    private final Set<Role> roles;

    Permission(Role first, Role... others) {
        roles = EnumSet.of(first, others);
    }

    public boolean isGivenTo(Set<Role> memberRoles) {
        return memberRoles.stream().anyMatch(roles::contains);
    }

    /// The scope that an API token needs for it.
    String tokenScope() {
        return this == VIEW || this == ANALYSE || this == EXPORT ? "read" : "write";
    }
}
