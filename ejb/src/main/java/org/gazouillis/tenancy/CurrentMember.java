package org.gazouillis.tenancy;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.MemberId;
import org.gazouillis.kernel.WorkspaceId;
import org.jspecify.annotations.Nullable;

/// On whose behalf this request runs. Empty until sign-in or token were checked; the web tier sets it once.
@RequestScoped
public class CurrentMember {
    private @Nullable MemberScope scope;

    /// Set once per request by the authentication; a request never changes hands.
    public void become(MemberScope scope) {
        this.scope = scope;
    }

    public Optional<MemberScope> scope() {
        return Optional.ofNullable(scope);
    }

    /// @throws NotSignedIn when the request is anonymous
    public MemberScope require() {
        if (scope == null) {
            throw new NotSignedIn();
        }
        return scope;
    }

    public MemberId id() {
        return require().member();
    }

    public WorkspaceId workspace() {
        return require().workspace();
    }

    public boolean sees(BrandId brand) {
        return scope != null && scope.roles().containsKey(brand);
    }
}
