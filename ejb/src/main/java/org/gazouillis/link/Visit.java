package org.gazouillis.link;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a request for a short link tells of who asks. Addresses and browsers are not kept: only a digest of both,
/// which figures salt anew each day, the kind of device, and the host of the page before.
///
/// @param robot a program, a preview, or a browser that fetches ahead: answered, marked, and not counted as a person
/// @param visitor 16 bytes
public record Visit(boolean robot, Device device, byte[] visitor, String referrer) {
    /// What it was read on, as far as browsers tell.
    public enum Device {
        DESKTOP,
        PHONE,
        TABLET,
        OTHER
    }

    static final int VISITOR_BYTES = 16;
    private static final int LONGEST_REFERRER = 100;
    private static final List<String> PURPOSES = List.of("Sec-Purpose", "Purpose", "X-Purpose", "X-Moz");
    private static final Pattern BOT = Pattern.compile("bot(?:\\b|s[/;) ])");
    /// Looked for one by one: one expression of all would try each of them at every character, and every click waits.
    private static final List<String> ROBOTS = List.of(
            "crawl",
            "spider",
            "slurp",
            "preview",
            "facebookexternalhit",
            "embedly",
            "slack",
            "whatsapp",
            "skypeuri",
            "pingdom",
            "uptime",
            "monitor",
            "lighthouse",
            "archiver",
            "validator",
            "curl/",
            "wget/",
            "python",
            "java/",
            "okhttp",
            "go-http",
            "headlesschrome");

    /// @param head whether only the head of the answer was asked for
    /// @param header gives a header of the request by its name
    public static Visit of(boolean head, Function<String, @Nullable String> header, String address) {
        return of(head, header.apply("User-Agent"), purpose(header), header.apply("Referer"), address);
    }

    /// What the browser says when it fetches a page before anybody asked for it; null when it says nothing.
    public static @Nullable String purpose(Function<String, @Nullable String> header) {
        for (String name : PURPOSES) {
            String purpose = header.apply(name);
            if (purpose != null) {
                return purpose;
            }
        }
        return null;
    }

    /// @param purpose what the browser says when it fetches a page before anybody asked for it
    public static Visit of(
            boolean head,
            @Nullable String userAgent,
            @Nullable String purpose,
            @Nullable String referrer,
            String address) {
        String browser = Objects.requireNonNullElse(userAgent, "");
        boolean robot = head || isAhead(purpose) || browser.isBlank() || isRobot(browser.toLowerCase(Locale.ROOT));
        return new Visit(robot, device(browser), digest(address + "\n" + browser), host(referrer));
    }

    /// Whether a [purpose][#purpose] means that nobody has asked yet: `prefetch`, `prerender`, `preview`.
    public static boolean isAhead(@Nullable String purpose) {
        return purpose != null && purpose.toLowerCase(Locale.ROOT).contains("pre");
    }

    private static boolean isRobot(String browser) {
        return ROBOTS.stream().anyMatch(browser::contains)
                || BOT.matcher(browser).find();
    }

    private static Device device(String browser) {
        if (browser.contains("iPad")
                || browser.contains("Tablet")
                || (browser.contains("Android") && !browser.contains("Mobile"))) {
            return Device.TABLET;
        }
        if (browser.contains("Mobi") || browser.contains("iPhone")) {
            return Device.PHONE;
        }
        return browser.contains("Windows") || browser.contains("Macintosh") || browser.contains("X11")
                ? Device.DESKTOP
                : Device.OTHER;
    }

    /// The host of the page before, without `www.`; empty when there was none, or it is no host. Read sign by sign: a
    /// regular expression was the dearest part of a click.
    private static String host(@Nullable String referrer) {
        String page = Objects.requireNonNullElse(referrer, "");
        int start = afterScheme(page);
        int end = start;
        while (end < page.length() && isOfHost(page.charAt(end))) {
            end++;
        }
        if (start == 0 || end == start || (end < page.length() && ":/?#".indexOf(page.charAt(end)) < 0)) {
            return "";
        }
        String host = page.substring(start, end).toLowerCase(Locale.ROOT);
        String bare = host.startsWith("www.") ? host.substring(4) : host;
        return bare.length() <= LONGEST_REFERRER ? bare : "";
    }

    private static int afterScheme(String page) {
        if (page.regionMatches(true, 0, "https://", 0, 8)) {
            return 8;
        }
        return page.regionMatches(true, 0, "http://", 0, 7) ? 7 : 0;
    }

    private static boolean isOfHost(char sign) {
        return (sign >= 'a' && sign <= 'z')
                || (sign >= 'A' && sign <= 'Z')
                || (sign >= '0' && sign <= '9')
                || sign == '.'
                || sign == '-';
    }

    private static byte[] digest(String text) {
        try {
            byte[] whole = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(whole, VISITOR_BYTES);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
