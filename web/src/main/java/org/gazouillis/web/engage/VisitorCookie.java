package org.gazouillis.web.engage;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.NewCookie;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The random cookie that tells a visitor from others for a day.
final class VisitorCookie {
    static final String NAME = "gazouillis-visitor";
    private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9_-]{22}");
    private static final int RANDOM_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private VisitorCookie() {}

    /// What the request brings, if it can be one of ours.
    static Optional<String> of(HttpServletRequest request) {
        return Optional.ofNullable(request.getCookies())
                .map(Arrays::stream)
                .orElseGet(Stream::empty)
                .filter(cookie -> cookie.getName().equals(NAME))
                .map(Cookie::getValue)
                .filter(value -> VALUE.matcher(value).matches())
                .findFirst();
    }

    static String fresh() {
        byte[] random = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    static NewCookie toSet(String value, HttpServletRequest request) {
        return new NewCookie.Builder(NAME)
                .value(value)
                .path("/")
                .maxAge((int) Duration.ofDays(1).toSeconds())
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }
}
