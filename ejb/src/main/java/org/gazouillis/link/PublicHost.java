package org.gazouillis.link;

import java.net.InetAddress;
import java.util.List;
import java.util.regex.Pattern;
import org.gazouillis.link.TargetRefused.Reason;

/// Keeps short links away from machines that only we can reach: `localhost`, names of house networks, private
/// addresses, and numbers in disguise (`http://2130706433/` is 127.0.0.1).
final class PublicHost {
    private static final List<String> PRIVATE_ENDINGS =
            List.of("localhost", "local", "internal", "intranet", "lan", "home", "corp", "home.arpa", "onion");
    private static final Pattern DOTTED = Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?!$)|$)){4}");
    private static final Pattern NUMBER_AT_END = Pattern.compile("(?:.*\\.)?(?:\\d+|0x[0-9a-f]*)");

    private PublicHost() {}

    /// @throws TargetRefused when the name is a private one, or a number that is no plain public address
    static void requireName(String host) {
        boolean isPrivate = PRIVATE_ENDINGS.stream().anyMatch(end -> host.equals(end) || host.endsWith("." + end));
        if (isPrivate || (!host.contains(".") && !NUMBER_AT_END.matcher(host).matches())) {
            throw refused(host);
        }
        if (!NUMBER_AT_END.matcher(host).matches()) {
            return;
        }
        if (!DOTTED.matcher(host).matches() || host.matches(".*(^|\\.)0\\d.*")) {
            throw refused(host);
        }
        requirePublic(host, host);
    }

    /// @param authority an IPv6 address in brackets, maybe with a port
    static void requireAddress(String authority) {
        int end = authority.indexOf(']');
        if (end < 0 || !authority.substring(end + 1).matches("(:\\d{1,5})?")) {
            throw refused(authority);
        }
        requirePublic(authority.substring(1, end), authority);
    }

    private static void requirePublic(String literal, String shown) {
        try {
            InetAddress address = InetAddress.ofLiteral(literal);
            byte[] octets = address.getAddress();
            if (address.isAnyLocalAddress()
                    || address.isLoopbackAddress()
                    || address.isLinkLocalAddress()
                    || address.isSiteLocalAddress()
                    || address.isMulticastAddress()
                    || isReserved(octets)) {
                throw refused(shown);
            }
        } catch (IllegalArgumentException noAddress) {
            throw refused(shown);
        }
    }

    /// 0/8, 100.64/10 (carriers), 240/4, fc00::/7 (unique local), 64:ff9b::/96 and 2002::/16 (may wrap a private
    /// one).
    private static boolean isReserved(byte[] octets) {
        int first = octets[0] & 0xFF;
        int second = octets[1] & 0xFF;
        return octets.length == 4
                ? first == 0 || first >= 240 || (first == 100 && second >= 64 && second < 128)
                : (first & 0xFE) == 0xFC || (first == 0x00 && second == 0x64) || (first == 0x20 && second == 0x02);
    }

    private static TargetRefused refused(String host) {
        return new TargetRefused(
                Reason.HOST, "\"" + host + "\" is not a public host. Short links lead to public addresses only.");
    }
}
