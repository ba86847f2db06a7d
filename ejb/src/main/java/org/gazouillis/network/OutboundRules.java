package org.gazouillis.network;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// What the operator allows beyond the public internet: hosts (`mastodon.lan`, `127.0.0.1:8080`) that may have a
/// private address and may do without encryption. Everything else must be public and speak TLS.
///
/// @param ownHost our own name, which nobody may send us to; empty when unknown
public record OutboundRules(Set<String> allowed, String ownHost) {
    public OutboundRules {
        allowed = Set.copyOf(allowed);
    }

    /// Reads the setting: hosts with or without port, by commas.
    public static OutboundRules of(String commaSeparated, String ownHost) {
        return new OutboundRules(
                Arrays.stream(commaSeparated.split(","))
                        .map(each -> each.strip().toLowerCase(Locale.ROOT))
                        .filter(each -> !each.isEmpty())
                        .collect(Collectors.toUnmodifiableSet()),
                ownHost.toLowerCase(Locale.ROOT));
    }

    boolean allows(URI address) {
        String host = address.getHost().toLowerCase(Locale.ROOT);
        return allowed.contains(host) || allowed.contains(host + ":" + address.getPort());
    }

    boolean isOwn(URI address) {
        return address.getHost().equalsIgnoreCase(ownHost);
    }
}
