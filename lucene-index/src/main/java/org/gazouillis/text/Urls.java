package org.gazouillis.text;

import java.net.IDN;
import org.jspecify.annotations.Nullable;

/// The URLs of one text, found from left to right by their dots: nothing else is looked at twice, and a dot without
/// a top-level domain behind it costs next to nothing.
final class Urls {
    private static final int LONGEST = 4_096;
    private static final int SCHEME_ADDED_LATER = "https://".length();
    private static final String SHORTENER = "t.co/";
    private static final int LONGEST_SLUG = 40;
    private static final int LONGEST_LABEL = 63;

    private final String text;
    private final boolean onlyWithScheme;
    /// Nothing before it may be used any more, not even as the sign in front of a URL.
    private int low;

    Urls(String text, boolean onlyWithScheme) {
        this.text = text;
        this.onlyWithScheme = onlyWithScheme;
    }

    /// The URL in whose host this dot stands; null when it is in none, or in one that was found already.
    @Nullable
    Entity at(int dot) {
        if (dot < low || TopLevelDomains.endOrPunycode(text, dot + 1) < 0) {
            return null;
        }
        int run = Domains.runBefore(text, dot, low);
        int scheme = Schemes.before(text, run);
        if (scheme >= 0 && mayBeginAt(scheme)) {
            int end = hostEnd(run, true);
            if (end >= 0) {
                return url(scheme, run, end);
            }
        }
        // An accented letter at the very beginning is taken for the sign in front of the URL before it is taken for
        // its first letter; so does the library.
        boolean fromSecond = run == 0 && Signs.mayPrecedeUrl(text.charAt(0));
        for (int i = run; i <= dot; i++) {
            int start = fromSecond && i <= 1 ? 1 - i : i;
            int end = mayBeginAt(start) ? hostEnd(start, start == run && scheme >= 0) : -1;
            if (end >= 0) {
                return url(start, start, end);
            }
        }
        low = dot;
        return null;
    }

    private boolean mayBeginAt(int start) {
        return start == 0 || (start > low && Signs.mayPrecedeUrl(text.charAt(start - 1)));
    }

    private int hostEnd(int start, boolean afterScheme) {
        int end = Domains.end(text, start);
        return end < 0 && afterScheme ? Domains.wideEnd(text, start) : end;
    }

    private @Nullable Entity url(int start, int host, int hostEnd) {
        int whole = UrlTails.end(text, hostEnd);
        low = whole;
        boolean scheme = host > start;
        if (!scheme && (onlyWithScheme || (start > 0 && "-_./".indexOf(text.charAt(start - 1)) >= 0))) {
            return null;
        }
        int end = scheme && Schemes.startsWith(text, host, SHORTENER) ? shortened(host, whole) : whole;
        return end >= 0 && isValid(text.substring(host, hostEnd), end - start, scheme)
                ? new Entity(Entity.Kind.URL, start, end, text.substring(start, end))
                : null;
    }

    /// Of a short link nothing counts but its slug and query; -1 when the slug is too long to be one.
    private int shortened(int host, int whole) {
        int slug = host + SHORTENER.length();
        int end = slug;
        while (end < whole && text.charAt(end) != '_' && Signs.is(text.charAt(end), Signs.HANDLE)) {
            end++;
        }
        if (end == slug) {
            return whole;
        }
        if (end - slug > LONGEST_SLUG) {
            return -1;
        }
        return end < whole && text.charAt(end) == '?' ? whole : end;
    }

    private static boolean isValid(String host, int length, boolean scheme) {
        int encoded = encodedLength(host);
        return encoded > 0 && length + encoded - host.length() + (scheme ? 0 : SCHEME_ADDED_LATER) <= LONGEST;
    }

    /// Length of the host as the net knows it; -1 when a part of it is longer than the net allows.
    private static int encodedLength(String host) {
        int label = 0;
        for (int i = 0; i < host.length(); i++) {
            char c = host.charAt(i);
            if (c > 0x7f) {
                return encodedByTheJdk(host);
            }
            label = c == '.' ? 0 : label + 1;
            if (label > LONGEST_LABEL) {
                return -1;
            }
        }
        return host.length();
    }

    private static int encodedByTheJdk(String host) {
        try {
            return IDN.toASCII(host, IDN.ALLOW_UNASSIGNED).length();
        } catch (RuntimeException notAHost) {
            // Of several kinds, not all of them documented.
            return -1;
        }
    }
}
