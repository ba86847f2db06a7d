package org.gazouillis.web.access;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.util.Set;

/// Stands before one method of the API. Who calls was found out before ([Identification]); here it is asked whether
/// that is enough, and, for a session that changes something, whether one of our own pages sent the request.
@Priority(Priorities.AUTHORIZATION)
final class AccessGuard implements ContainerRequestFilter {
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private final Access required;
    private final Caller caller;

    AccessGuard(Access required, Caller caller) {
        this.required = required;
        this.caller = caller;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        switch (required) {
            case ANYONE -> caller.requireUsableToken();
            case MEMBER_READ -> caller.requireScope("read");
            case MEMBER_WRITE -> caller.requireScope("write");
            case OPERATOR -> OperatorSecret.require(request.getHeaderString("Authorization"));
        }
        if (caller.bySession() && !SAFE.contains(request.getMethod())) {
            OwnPage.require(request::getHeaderString);
        }
    }
}
