package org.gazouillis.index.analysis;

import java.util.ArrayList;
import java.util.List;

/// One term and where it stood in the text.
///
/// @param position counted in words from 0
/// @param start first UTF-16 code unit
/// @param end code unit after the last
public record Token(String term, int position, int start, int end) {

    /// Words that stand next to each other and in no text.
    public static List<Token> sideBySide(List<String> words) {
        List<Token> tokens = new ArrayList<>(words.size());
        for (String word : words) {
            tokens.add(new Token(word, tokens.size(), 0, 0));
        }
        return tokens;
    }
}
