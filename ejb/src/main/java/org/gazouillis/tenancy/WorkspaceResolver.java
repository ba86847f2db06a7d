package org.gazouillis.tenancy;

import jakarta.enterprise.inject.spi.CDI;
import org.hibernate.context.spi.CurrentTenantIdentifierResolver;

/// Gives Hibernate the workspace for its `@TenantId` columns. A convenience: the wall is row-level security.
public class WorkspaceResolver implements CurrentTenantIdentifierResolver<Long> {
    /// No workspace has this id: a session without a member finds nothing.
    private static final Long NOBODY = 0L;

    @Override
    public Long resolveCurrentTenantIdentifier() {
        MemberScope scope = CDI.current().select(ActiveMember.class).get().scope();
        return scope == null ? NOBODY : Long.valueOf(scope.workspace().value());
    }

    @Override
    public boolean validateExistingCurrentSessions() {
        return true;
    }
}
