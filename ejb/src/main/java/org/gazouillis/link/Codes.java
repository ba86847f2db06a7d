package org.gazouillis.link;

import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.gazouillis.link.CodeRefused.Reason;

/// The codes of short links. Made ones have seven signs of 27 that nobody mistakes for another when reading them from
/// paper or aloud: no vowels, so that few words can come about, no 0, 1, l. That is ten thousand million: too many to
/// be guessed by trying. Codes are the same in upper and lower case.
final class Codes {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String SIGNS = "23456789bcdfghjkmnpqrstvwxz";
    private static final int LENGTH = 7;
    private static final Pattern CHOSEN = Pattern.compile("[A-Za-z0-9_-]{3,64}");
    private static final Set<String> RESERVED = Set.of(
            "admin",
            "api",
            "login",
            "sign-in",
            "sign-out",
            "signin",
            "health",
            "operator",
            "root",
            "static",
            "www",
            "help",
            "about",
            "legal",
            "privacy",
            "security",
            "well-known",
            "favicon",
            "robots",
            "sitemap",
            "new",
            "null");
    /// What offends in English or French also without vowels, or looks like a sign of hate.
    private static final List<String> OFFENSIVE = List.of(
            "fck", "fkk", "fvck", "sht", "bcth", "btch", "cnt", "dck", "prn", "xxx", "kkk", "nzs", "ngr", "ngg", "fgt",
            "rpd", "rtrd", "fdp", "ntm", "pd", "slp", "ptn", "bt", "cn", "ncq", "88", "h8", "666", "ss");

    private Codes() {}

    static String make() {
        String code = random();
        while (offends(code)) {
            code = random();
        }
        return code;
    }

    /// @throws CodeRefused when it has other signs, or is kept for the house itself
    static String chosen(String code) {
        String wish = code.strip();
        if (!CHOSEN.matcher(wish).matches()) {
            throw new CodeRefused(Reason.SIGNS, "A code has 3 to 64 letters, digits, - or _.");
        }
        if (RESERVED.contains(wish.toLowerCase(Locale.ROOT))) {
            throw new CodeRefused(
                    Reason.RESERVED, "\"" + wish + "\" is kept for the house itself. Choose another code.");
        }
        return wish;
    }

    static boolean offends(String code) {
        String plain = code.toLowerCase(Locale.ROOT);
        return OFFENSIVE.stream().anyMatch(plain::contains);
    }

    private static String random() {
        StringBuilder code = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            code.append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
        }
        return code.toString();
    }
}
