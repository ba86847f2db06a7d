package org.gazouillis.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.tenancy.CurrentMember;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.tenancy.Role;

/// The one question before any deed for a brand. It asks no database: the member's roles came with the request.
@ApplicationScoped
public class Permissions {
    private final CurrentMember current;

    @Inject
    public Permissions(CurrentMember current) {
        this.current = current;
    }

    Permissions() {
        this(new CurrentMember());
    }

    /// @throws BrandNotFound when the member does not see the brand, as if it did not exist
    /// @throws PermissionDenied when none of the member's roles there allows it, or the token's scopes do not
    public MemberScope require(BrandId brand, Permission permission) {
        MemberScope scope = current.require();
        Set<Role> roles = scope.roles().get(brand);
        if (roles == null) {
            throw new BrandNotFound(brand.toString());
        }
        requireScope(scope, permission.tokenScope());
        if (!permission.isGivenTo(roles)) {
            throw new PermissionDenied(permission);
        }
        return scope;
    }

    /// For what takes from every brand that the member sees.
    ///
    /// @throws PermissionDenied when it is not allowed in one of them, or the token's scopes do not
    public MemberScope requireEverywhere(Permission permission) {
        MemberScope scope = requireScope(permission.tokenScope());
        scope.roles().keySet().forEach(brand -> require(brand, permission));
        return scope;
    }

    /// For pages and answers that show or hide a control; never instead of [#require].
    public boolean may(BrandId brand, Permission permission) {
        return current.scope()
                .filter(scope -> scope.scopes().contains(permission.tokenScope()))
                .map(scope -> permission.isGivenTo(scope.roles().getOrDefault(brand, Set.of())))
                .orElse(false);
    }

    /// For deeds on the public micro-blog, which belong to a member but to no brand.
    public MemberScope requireScope(String tokenScope) {
        MemberScope scope = current.require();
        requireScope(scope, tokenScope);
        return scope;
    }

    private static void requireScope(MemberScope scope, String tokenScope) {
        if (!scope.scopes().contains(tokenScope)) {
            throw new PermissionDenied(tokenScope);
        }
    }
}
