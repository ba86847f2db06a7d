package org.gazouillis.web.engage;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.NewCookie;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gazouillis.engage.Browser;
import org.gazouillis.engage.ViewRate;
import org.gazouillis.engage.Viewer;
import org.gazouillis.tenancy.CurrentMember;
import org.jspecify.annotations.Nullable;

/// Who looks at the page: the member's profile, else a visitor whom a random cookie tells apart for a day.
@RequestScoped
public class ViewerOfRequest {
    static final String COOKIE = "gazouillis-visitor";
    private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9_-]{22}");
    private static final int RANDOM_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

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
        String known = cookie().orElse(null);
        if (known != null) {
            rate.admit("visitor " + known, ViewRate.CALLS_PER_VIEWER);
            return new Viewer.Visitor(known);
        }
        rate.admit("address " + request.getRemoteAddr(), ViewRate.NEW_VISITORS_PER_ADDRESS);
        byte[] random = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(random);
        String fresh = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        freshCookie = fresh;
        return new Viewer.Visitor(fresh);
    }

    Browser browser() {
        return Browser.of(request::getHeader);
    }

    /// The cookie for a visitor who came without one; empty for everybody else.
    Optional<NewCookie> cookieToSet() {
        return Optional.ofNullable(freshCookie)
                .map(value -> new NewCookie.Builder(COOKIE)
                        .value(value)
                        .path("/")
                        .maxAge((int) Duration.ofDays(1).toSeconds())
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite(NewCookie.SameSite.LAX)
                        .build());
    }

    private Optional<String> cookie() {
        return Optional.ofNullable(request.getCookies())
                .map(Arrays::stream)
                .orElseGet(Stream::empty)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(jakarta.servlet.http.Cookie::getValue)
                .filter(value -> VALUE.matcher(value).matches())
                .findFirst();
    }
}
