package org.gazouillis.index;

import java.util.List;
import org.gazouillis.index.analysis.Keywords;
import org.gazouillis.index.search.Vocabulary;

/// What the query language itself offers to whoever is typing.
public final class Suggestions {
    private Suggestions() {}

    /// Names of all operators, each with its colon: `from:`, `since:`, …
    public static List<String> operators() {
        return Vocabulary.operators();
    }

    /// The values that an operator takes when there are few: those of `is:`, `has:`, `filter:`, and names of times.
    ///
    /// @param operator with its colon
    /// @return empty when there are no such, or no such operator
    public static List<String> valuesOf(String operator) {
        return Vocabulary.valuesOf(operator);
    }

    /// As hashtags, handles and names are compared: without accents, capitals and other shapes of letters.
    public static String folded(String name) {
        return Keywords.fold(name);
    }
}
