package org.gazouillis.web.report;

import java.util.Arrays;
import java.util.Locale;

/// What stands between the columns of a CSV file.
public enum Separator {
    COMMA(','),
    SEMICOLON(';'),
    TAB('\t');

    private final char sign;

    Separator(char sign) {
        this.sign = sign;
    }

    public char sign() {
        return sign;
    }

    /// Its name in addresses.
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @throws SeparatorUnknown when no separator has this name
    public static Separator named(String word) {
        return Arrays.stream(values())
                .filter(each -> each.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new SeparatorUnknown(word));
    }
}
