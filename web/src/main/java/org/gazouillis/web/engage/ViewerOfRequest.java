package org.gazouillis.web.engage;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.NewCookie;
import java.util.Optional;
import org.gazouillis.engage.Browser;
import org.gazouillis.engage.ViewRate;
import org.gazouillis.engage.Viewer;
import org.gazouillis.tenancy.CurrentMember;
import org.jspecify.annotations.Nullable;

/// Who looks at the page: the member's profile, else a visitor whom a random cookie tells apart for a day.
@RequestScoped
public class ViewerOfRequest {
    @Inject
    private CurrentMember current;

    @Inject
    private ViewRate rate;

    @Inject
    private HttpServletRequest request;

    private @Nullable String freshCookie;

    /// @throws org.gazouillis.engage.ViewerTooFast when the viewer, or the visitor's address, reports too often
    public Viewer admit() {
        if (current.scope().isPresent()) {
            Viewer.Reader reader = new Viewer.Reader(current.require().profile());
            rate.admit("reader " + reader.profile(), ViewRate.CALLS_PER_VIEWER);
            return reader;
        }
        String known = VisitorCookie.of(request).orElse(null);
        if (known != null) {
            rate.admit("visitor " + known, ViewRate.CALLS_PER_VIEWER);
            return new Viewer.Visitor(known);
        }
        rate.admit("address " + request.getRemoteAddr(), ViewRate.NEW_VISITORS_PER_ADDRESS);
        String fresh = VisitorCookie.fresh();
        freshCookie = fresh;
        return new Viewer.Visitor(fresh, true);
    }

    Browser browser() {
        return Browser.of(request::getHeader);
    }

    /// The cookie for a visitor who came without one; empty for everybody else.
    Optional<NewCookie> cookieToSet() {
        return Optional.ofNullable(freshCookie).map(value -> VisitorCookie.toSet(value, request));
    }
}
