package org.gazouillis.index.search;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gazouillis.index.document.Trait;

/// The words of the query language.
public final class Vocabulary {
    private Vocabulary() {}

    public static List<String> operators() {
        return Arrays.stream(Operator.values()).map(Operator::word).toList();
    }

    public static List<String> valuesOf(String operator) {
        String name = operator.endsWith(":") ? operator.substring(0, operator.length() - 1) : operator;
        Optional<Operator> known = Operator.named(name.toLowerCase(Locale.ROOT));
        return known.map(Vocabulary::valuesOf).orElse(List.of());
    }

    private static List<String> valuesOf(Operator operator) {
        return switch (operator) {
            case IS -> words(Operators.TO_BE);
            case HAS -> words(Operators.TO_HAVE);
            case FILTER -> words(Operators.EITHER);
            case SINCE, UNTIL, BEFORE, AFTER, DURING -> Periods.names();
            default -> List.of();
        };
    }

    private static List<String> words(Collection<Trait> traits) {
        return traits.stream().map(Trait::word).sorted().toList();
    }
}
