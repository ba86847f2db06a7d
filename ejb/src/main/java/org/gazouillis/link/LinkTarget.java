package org.gazouillis.link;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.gazouillis.link.TargetRefused.Reason;

/// An address that a short link may lead to: absolute, `http` or `https`, on a public host, written in ASCII exactly
/// as browsers send it. [#of] is the only way in, so whatever is stored was judged.
///
/// It is judged by its text alone and nobody is asked: the redirector never opens it.
public record LinkTarget(String text) {
    private static final int LONGEST = 2_000;
    private static final int HIGHEST_PORT = 65_535;
    private static final Pattern SCHEME = Pattern.compile("(?i)https?://.+");
    private static final Pattern FORBIDDEN = Pattern.compile("[\\s\\p{Cntrl}\\\\<>\"^`{}|]");
    private static final Pattern HOST = Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+)+");

    /// @param own the address of this house, to which no short link may lead back
    /// @throws TargetRefused when it will not do, with the reason
    public static LinkTarget of(String typed, OwnAddress own) {
        String text = Normalizer.normalize(typed.strip(), Normalizer.Form.NFC);
        if (text.isEmpty() || text.length() > LONGEST) {
            throw new TargetRefused(Reason.LENGTH, "An address has 1 to " + LONGEST + " characters.");
        }
        if (!SCHEME.matcher(text).matches()) {
            throw new TargetRefused(Reason.SCHEME, "Only addresses with http:// or https:// are shortened.");
        }
        if (FORBIDDEN.matcher(text).find()) {
            throw new TargetRefused(
                    Reason.SIGNS,
                    "The address holds a space, a backslash or another sign that must be encoded as %20.");
        }
        URI uri = parse(text);
        LinkTarget target = new LinkTarget(uri.toASCIIString());
        if (target.text().length() > LONGEST) {
            throw new TargetRefused(Reason.LENGTH, "An address has 1 to " + LONGEST + " characters when encoded.");
        }
        if (own.isLoop(uri)) {
            throw new TargetRefused(
                    Reason.LOOP, "A short link cannot lead to a short link of this house, or to its root.");
        }
        return target;
    }

    private static URI parse(String text) {
        int start = text.indexOf("://") + 3;
        int end = firstOf(text, start, "/?#");
        String authority = text.substring(start, end);
        if (authority.contains("@")) {
            throw new TargetRefused(
                    Reason.CREDENTIALS, "The address holds a name before @, which hides where it leads. Leave it out.");
        }
        String scheme = text.substring(0, start).toLowerCase(Locale.ROOT);
        try {
            return new URI(scheme + host(authority) + encoded(text.substring(end)));
        } catch (URISyntaxException unreadable) {
            throw new TargetRefused(Reason.SIGNS, "The address cannot be read: " + unreadable.getReason() + ".");
        }
    }

    /// The host as browsers understand it, and the port unless it is empty.
    private static String host(String authority) {
        if (authority.startsWith("[")) {
            PublicHost.requireAddress(authority);
            return authority;
        }
        int colon = authority.indexOf(':');
        String host = ascii(colon < 0 ? authority : authority.substring(0, colon));
        String port = colon < 0 ? "" : authority.substring(colon);
        if (!isPort(port)) {
            throw new TargetRefused(Reason.SIGNS, "The port \"" + port + "\" is none.");
        }
        PublicHost.requireName(host);
        if (!HOST.matcher(host).matches()) {
            throw new TargetRefused(Reason.HOST, "\"" + host + "\" is not the name of a public host.");
        }
        return host + port;
    }

    private static boolean isPort(String port) {
        return port.length() < 2 || (port.matches(":\\d{1,5}") && Integer.parseInt(port.substring(1)) <= HIGHEST_PORT);
    }

    private static String ascii(String host) {
        try {
            String ascii = IDN.toASCII(host, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
            return ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii;
        } catch (IllegalArgumentException noName) {
            throw new TargetRefused(Reason.HOST, "\"" + host + "\" is not the name of a host.");
        }
    }

    /// Letters beyond ASCII become their UTF-8 bytes; a lone `%` becomes `%25`, as browsers do.
    private static String encoded(String rest) {
        StringBuilder text = new StringBuilder();
        for (byte octet : rest.getBytes(StandardCharsets.UTF_8)) {
            if (octet < 0) {
                text.append(String.format(Locale.ROOT, "%%%02X", octet & 0xFF));
            } else {
                text.append((char) octet);
            }
        }
        return text.toString()
                .replaceAll("%(?![0-9A-Fa-f]{2})", "%25")
                .replace("[", "%5B")
                .replace("]", "%5D");
    }

    private static int firstOf(String text, int from, String signs) {
        for (int i = from; i < text.length(); i++) {
            if (signs.indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return text.length();
    }
}
