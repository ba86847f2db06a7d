package org.gazouillis.index.analysis;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/// Parts two words between which only a full stop or colon stands: people in a hurry leave out the space behind it,
/// and the tokenizer then takes both for one. What has single letters in it (`U.S.A`) or digits (`3.5`) stays whole.
final class GluedWords extends TokenFilter {
    private static final int SHORTEST = 2;

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final OffsetAttribute offsets = addAttribute(OffsetAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);

    private String glued = "";
    private int from;
    private int offset;

    GluedWords(TokenStream input) {
        super(input);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (from < glued.length()) {
            next();
            step.setPositionIncrement(1);
            return true;
        }
        if (!input.incrementToken()) {
            return false;
        }
        if (isGlued()) {
            glued = term.toString();
            from = 0;
            offset = offsets.startOffset();
            next();
        }
        return true;
    }

    private void next() {
        int end = from;
        while (end < glued.length() && !parts(glued.charAt(end))) {
            end++;
        }
        term.setEmpty().append(glued, from, end);
        offsets.setOffset(offset + from, offset + end);
        from = end + 1;
    }

    private boolean isGlued() {
        boolean glued = false;
        int begun = 0;
        for (int i = 0; i < term.length(); i++) {
            if (parts(term.charAt(i))) {
                boolean words = i - begun >= SHORTEST
                        && i + SHORTEST < term.length()
                        && Character.isLetter(term.charAt(i - 1))
                        && Character.isLetter(term.charAt(i + 1))
                        && !parts(term.charAt(i + SHORTEST));
                if (!words) {
                    return false;
                }
                glued = true;
                begun = i + 1;
            }
        }
        return glued;
    }

    private static boolean parts(char sign) {
        return sign == '.' || sign == ':';
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        glued = "";
        from = 0;
    }
}
