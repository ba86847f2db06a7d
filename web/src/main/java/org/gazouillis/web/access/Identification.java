package org.gazouillis.web.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.Set;
import org.gazouillis.kernel.MemberId;
import org.gazouillis.security.ApiTokens;
import org.gazouillis.tenancy.DatabaseAway;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.tenancy.Members;

/// Finds out, once per request and before everything else, on whose behalf it runs: by an API token in the header,
/// else by the session. It never refuses: what an anonymous caller may do is the guard's question ([AccessGuard],
/// [PageGate]).
@ApplicationScoped
public class Identification implements HttpAuthenticationMechanism {
    private static final String BEARER = "Bearer ";

    @Inject
    private ApiTokens tokens;

    @Inject
    private Members members;

    @Inject
    private Caller caller;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        String path = Paths.of(request);
        if (Paths.isStatic(path) || Paths.isShortLink(path) || Paths.isDoor(path)) {
            return context.doNothing();
        }
        try {
            return byTokenOrSession(request, context);
        } catch (RuntimeException broken) {
            if (!DatabaseAway.isBehind(broken)) {
                throw broken;
            }
            // Health and public answers do without; everybody else is told to come back.
            caller.remainsUnknown(broken);
            return context.doNothing();
        }
    }

    private AuthenticationStatus byTokenOrSession(HttpServletRequest request, HttpMessageContext context) {
        String authorization = request.getHeader("Authorization");
        return authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? byToken(authorization.substring(BEARER.length()).strip(), context)
                : bySession(request, context);
    }

    private AuthenticationStatus byToken(String token, HttpMessageContext context) {
        Optional<MemberScope> scope = tokens.resolve(token);
        if (scope.isEmpty()) {
            caller.became(null, Caller.Way.BAD_TOKEN);
            return context.doNothing();
        }
        return known(scope.get(), Caller.Way.TOKEN, context);
    }

    private AuthenticationStatus bySession(HttpServletRequest request, HttpMessageContext context) {
        Optional<MemberId> member = SignedIn.member(request);
        if (member.isEmpty()) {
            return context.doNothing();
        }
        Optional<MemberScope> scope = members.scope(member.get(), MemberScope.ALL_SCOPES);
        if (scope.isEmpty()) {
            SignedIn.end(request);
            return context.doNothing();
        }
        return known(scope.get(), Caller.Way.SESSION, context);
    }

    private AuthenticationStatus known(MemberScope scope, Caller.Way way, HttpMessageContext context) {
        caller.became(scope, way);
        return context.notifyContainerAboutLogin(scope.member().toString(), Set.of("member"));
    }
}
