package org.gazouillis.network;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Objects;

/// Looks at an address right before each connection. The JVM keeps the names it has just resolved for some seconds,
/// so the connection goes to the address looked at here; and a name that changes its address in between would have to
/// show a certificate, because plain HTTP is only for hosts that the operator allowed.
final class AddressGuard {
    private final OutboundRules rules;

    AddressGuard(OutboundRules rules) {
        this.rules = rules;
    }

    /// @throws NetworkRejected when nobody may go there
    /// @throws RetryableNetworkException when the name is not known just now
    void require(URI address) {
        String scheme = Objects.requireNonNullElse(address.getScheme(), "").toLowerCase(Locale.ROOT);
        if (address.getHost() == null || address.getRawUserInfo() != null || !scheme.matches("https?")) {
            throw refusal(address, "is not a plain web address. Give one like https://example.org");
        }
        if (rules.allows(address)) {
            return;
        }
        if (!scheme.equals("https")) {
            throw refusal(address, "is not encrypted. Give one that begins with https://");
        }
        if (rules.isOwn(address)) {
            throw refusal(address, "is this server itself");
        }
        for (InetAddress each : resolve(address.getHost())) {
            if (SpecialAddresses.contain(each)) {
                throw refusal(
                        address,
                        "lies in a private network. Whoever runs this server can allow it by GAZOUILLIS_OUTBOUND_ALLOW");
            }
        }
    }

    private static InetAddress[] resolve(String host) {
        try {
            return InetAddress.getAllByName(host);
        } catch (UnknownHostException unknown) {
            throw new RetryableNetworkException("Nobody knows the host " + host + ". Check how it is written.", null);
        }
    }

    private static NetworkRejected refusal(URI address, String why) {
        String shown = address.getHost() == null ? "The address" : "The address of " + address.getHost();
        return new NetworkRejected(NetworkRejected.Reason.ADDRESS, shown + " " + why + ".");
    }
}
