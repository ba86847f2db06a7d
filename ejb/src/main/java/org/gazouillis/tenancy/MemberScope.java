package org.gazouillis.tenancy;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.MemberId;
import org.gazouillis.kernel.ProfileId;
import org.gazouillis.kernel.WorkspaceId;

/// A member and what they are in each brand they may see; the keys of `roles` are exactly the visible brands.
/// `profile` is the member's own profile on the built-in micro-blog. `scopes` limits what an API token may do
/// (`read`, `write`); a session has both.
public record MemberScope(
        WorkspaceId workspace,
        MemberId member,
        ProfileId profile,
        String email,
        Map<BrandId, Set<Role>> roles,
        Set<String> scopes) {
    public static final Set<String> ALL_SCOPES = Set.of("read", "write");

    public MemberScope {
        roles = Map.copyOf(roles);
        scopes = Set.copyOf(scopes);
    }

    /// The visible brands as a PostgreSQL array literal.
    String brandArray() {
        return roles.keySet().stream().map(BrandId::toString).collect(Collectors.joining(",", "{", "}"));
    }
}
