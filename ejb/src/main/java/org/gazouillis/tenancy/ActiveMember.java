package org.gazouillis.tenancy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/// The current member where there may be no request at all, as on a background thread.
@ApplicationScoped
class ActiveMember {
    @Inject
    private CurrentMember current;

    @Nullable
    MemberScope scope() {
        try {
            return current.scope().orElse(null);
        } catch (ContextNotActiveException backgroundWork) {
            return null;
        }
    }
}
