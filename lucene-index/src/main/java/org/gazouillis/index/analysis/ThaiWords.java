package org.gazouillis.index.analysis;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.email.UAX29URLEmailTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;
import org.jspecify.annotations.Nullable;

/// Cuts what is written without spaces (Thai, Lao, Khmer, Burmese) into words, by ICU's dictionaries. The tokenizer
/// gives such a stretch as one token; all others pass untouched, which costs a look at their type.
final class ThaiWords extends TokenFilter {
    private static final String WITHOUT_SPACES =
            UAX29URLEmailTokenizer.TOKEN_TYPES[UAX29URLEmailTokenizer.SOUTHEAST_ASIAN];

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final OffsetAttribute offsets = addAttribute(OffsetAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
    private final TypeAttribute type = addAttribute(TypeAttribute.class);

    /// Costly to make, needed by few.
    private @Nullable BreakIterator words;

    private String stretch = "";
    private int from;
    private int offset;

    ThaiWords(TokenStream input) {
        super(input);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (from < stretch.length() && words != null) {
            next(words);
            step.setPositionIncrement(1);
            return true;
        }
        if (!input.incrementToken()) {
            return false;
        }
        if (type.type().equals(WITHOUT_SPACES)) {
            next(begin());
        }
        return true;
    }

    private BreakIterator begin() {
        if (words == null) {
            words = BreakIterator.getWordInstance(ULocale.ROOT);
        }
        stretch = term.toString();
        from = 0;
        offset = offsets.startOffset();
        words.setText(stretch);
        return words;
    }

    /// Nothing but the first word keeps the attributes of the stretch; they are the same for all of it.
    private void next(BreakIterator cuts) {
        int cut = cuts.following(from);
        int to = cut == BreakIterator.DONE ? stretch.length() : cut;
        term.setEmpty().append(stretch, from, to);
        offsets.setOffset(offset + from, offset + to);
        from = to;
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        stretch = "";
        from = 0;
    }
}
