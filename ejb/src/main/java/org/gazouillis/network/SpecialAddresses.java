package org.gazouillis.network;

import java.net.InetAddress;
import java.util.List;

/// Addresses that are not the public internet: the IANA registries of special-purpose addresses (RFC 6890 and later).
/// IPv6 forms that carry an IPv4 address inside are refused as a whole.
final class SpecialAddresses {
    private static final List<Block> BLOCKS = List.of(
            block("0.0.0.0", 8),
            block("10.0.0.0", 8),
            block("100.64.0.0", 10),
            block("127.0.0.0", 8),
            block("169.254.0.0", 16),
            block("172.16.0.0", 12),
            block("192.0.0.0", 24),
            block("192.0.2.0", 24),
            block("192.88.99.0", 24),
            block("192.168.0.0", 16),
            block("198.18.0.0", 15),
            block("198.51.100.0", 24),
            block("203.0.113.0", 24),
            block("224.0.0.0", 3),
            block("::", 96),
            block("64:ff9b::", 32),
            block("100::", 64),
            block("2001::", 23),
            block("2001:db8::", 32),
            block("2002::", 16),
            block("3fff::", 20),
            block("5f00::", 16),
            block("fc00::", 7),
            block("fe80::", 9),
            block("ff00::", 8));

    private SpecialAddresses() {}

    static boolean contain(InetAddress address) {
        return BLOCKS.stream().anyMatch(block -> block.holds(address.getAddress()));
    }

    private static Block block(String first, int bits) {
        return new Block(InetAddress.ofLiteral(first).getAddress(), bits);
    }

    private record Block(byte[] first, int bits) {
        boolean holds(byte[] address) {
            if (address.length != first.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> bit % 8;
                if ((address[bit / 8] & mask) != (first[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}
