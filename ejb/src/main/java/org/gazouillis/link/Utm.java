package org.gazouillis.link;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Adds UTM parameters to an address: behind its own query, before its fragment, and never one that is there already.
/// What was there stays as it was, sign by sign.
final class Utm {
    private Utm() {}

    /// @param parameters names and values, not encoded, in the order wanted
    static String add(String address, Map<String, String> parameters) {
        int hash = address.indexOf('#');
        String fragment = hash < 0 ? "" : address.substring(hash);
        String before = hash < 0 ? address : address.substring(0, hash);
        int mark = before.indexOf('?');
        String query = mark < 0 ? "" : before.substring(mark + 1);
        Set<String> known = names(query);
        String added = parameters.entrySet().stream()
                .filter(each -> !known.contains(each.getKey()))
                .map(each -> each.getKey() + "=" + encoded(each.getValue()))
                .collect(Collectors.joining("&"));
        if (added.isEmpty()) {
            return address;
        }
        String path = mark < 0 ? before : before.substring(0, mark);
        String glue = query.isEmpty() || query.endsWith("&") ? "" : "&";
        return path + "?" + query + glue + added + fragment;
    }

    private static Set<String> names(String query) {
        return Arrays.stream(query.split("[&;]", -1))
                .map(pair -> pair.replaceFirst("=.*", ""))
                .map(Utm::decoded)
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    /// As RFC 3986 has it: a space is `%20`, letters beyond ASCII are their UTF-8 bytes.
    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%7E", "~")
                .replace("*", "%2A");
    }

    private static String decoded(String name) {
        try {
            return URLDecoder.decode(name, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return name;
        }
    }
}
