package org.gazouillis.web.access;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.CurrentMember;
import org.gazouillis.tenancy.MemberScope;
import org.jspecify.annotations.Nullable;

/// How the caller of this request made themselves known.
@RequestScoped
public class Caller {
    /// Nobody, a session's cookie, a good token, or a token that is unknown, revoked or malformed.
    enum Way {
        ANONYMOUS,
        SESSION,
        TOKEN,
        BAD_TOKEN
    }

    @Inject
    private CurrentMember current;

    @Inject
    private Permissions permissions;

    private Way way = Way.ANONYMOUS;
    private @Nullable RuntimeException trouble;

    void became(@Nullable MemberScope scope, Way way) {
        this.way = way;
        if (scope != null) {
            current.become(scope);
        }
    }

    /// It could not be found out, because the database is away.
    void remainsUnknown(RuntimeException away) {
        trouble = away;
    }

    /// Throws what kept us from finding out who calls, if anything did.
    void requireKnown() {
        if (trouble != null) {
            throw trouble;
        }
    }

    public boolean bySession() {
        return way == Way.SESSION;
    }

    public boolean isMember() {
        return current.scope().isPresent();
    }

    /// Somebody who sends a token believes to be somebody: with a bad one not even public answers are given.
    ///
    /// @throws TokenNotAccepted when the request brought a token that is not good
    void requireUsableToken() {
        if (way == Way.BAD_TOKEN) {
            throw new TokenNotAccepted();
        }
    }

    void requireScope(String scope) {
        requireKnown();
        requireUsableToken();
        permissions.requireScope(scope);
    }
}
