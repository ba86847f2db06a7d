package org.gazouillis.web.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.gazouillis.kernel.MemberId;

/// The one thing that a session keeps: the id of its member. Roles are read again with each request, so that a change
/// or a lock-out counts at once.
public final class SignedIn {
    private static final String MEMBER = "gazouillis.member";

    private SignedIn() {}

    /// Begins the member's session under a fresh id, so that an id planted before is worth nothing.
    public static void begin(HttpServletRequest request, MemberId member) {
        HttpSession before = request.getSession(false);
        if (before != null) {
            before.invalidate();
        }
        request.getSession(true).setAttribute(MEMBER, member.value());
    }

    public static void end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    static Optional<MemberId> member(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(MEMBER) instanceof Long id
                ? Optional.of(new MemberId(id))
                : Optional.empty();
    }
}
