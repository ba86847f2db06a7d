package org.gazouillis.index.analysis;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/// Takes the colour of skin off emoji, as folding takes accents off letters: 👍 finds 👍🏽.
final class SkinTones extends TokenFilter {
    private static final char HIGH = '\ud83c';
    private static final char FIRST_LOW = '\udffb';
    private static final char LAST_LOW = '\udfff';
    private static final int WIDTH = 2;

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

    SkinTones(TokenStream input) {
        super(input);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) {
            return false;
        }
        if (term.length() > WIDTH && Character.isSurrogate(term.charAt(0))) {
            term.setLength(withoutTones(term.buffer(), term.length()));
        }
        return true;
    }

    private static int withoutTones(char[] signs, int length) {
        int kept = 0;
        for (int i = 0; i < length; i++) {
            boolean tone = signs[i] == HIGH
                    && i + 1 < length
                    && signs[i + 1] >= FIRST_LOW
                    && signs[i + 1] <= LAST_LOW
                    && kept > 0;
            if (tone) {
                i++;
            } else {
                signs[kept++] = signs[i];
            }
        }
        return kept;
    }
}
