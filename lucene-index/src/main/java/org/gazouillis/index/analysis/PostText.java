package org.gazouillis.index.analysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.ar.ArabicNormalizationFilter;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.core.TypeTokenFilter;
import org.apache.lucene.analysis.email.UAX29URLEmailTokenizer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.util.ElisionFilter;

/// The chain `post_text`: words and emoji, without URLs and e-mail addresses, French articles cut off (l'été = été),
/// folded (also letters of full width and of the mathematical alphabets), Thai by its dictionary, and Chinese,
/// Japanese and Korean in pairs of characters.
///
/// The order matters: half-width katakana are widened before they are paired, articles are cut off before the
/// apostrophe is folded. Folding leaves Thai as it is, for the dictionary knows its tone marks.
/// No stop words, so that phrases such as "à la une" are found.
public final class PostText extends Analyzer {

    /// Longer runs of letters are cut. Folding can make eighteen letters of one, so even the worst term stays below
    /// Lucene's 32,766 bytes.
    private static final int LONGEST_TOKEN = 512;

    private static final Set<String> NOT_WORDS = Set.of(
            UAX29URLEmailTokenizer.TOKEN_TYPES[UAX29URLEmailTokenizer.URL],
            UAX29URLEmailTokenizer.TOKEN_TYPES[UAX29URLEmailTokenizer.EMAIL]);

    /// Hashtag words follow the text in the same field; no phrase reaches across the gap.
    private static final int GAP = 100;

    @Override
    protected TokenStreamComponents createComponents(String field) {
        var words = new UAX29URLEmailTokenizer();
        words.setMaxTokenLength(LONGEST_TOKEN);
        return new TokenStreamComponents(words, new CJKBigramFilter(new ThaiWords(folded(words))));
    }

    private static TokenStream folded(Tokenizer words) {
        TokenStream stream = new TypeTokenFilter(words, NOT_WORDS, false);
        stream = new GluedWords(stream);
        stream = new CJKWidthFilter(stream);
        stream = new ElisionFilter(stream, FrenchAnalyzer.DEFAULT_ARTICLES);
        stream = new ICUFoldingFilter(stream, Folding.RULES);
        stream = new SkinTones(stream);
        return new ArabicNormalizationFilter(stream);
    }

    /// The terms of a text in their order.
    public List<Token> tokens(String text) {
        return tokens(List.of(text));
    }

    /// The terms of several texts, one behind the other.
    public List<Token> tokens(List<String> texts) {
        var tokens = new ArrayList<Token>();
        try {
            for (String text : texts) {
                collect(text, tokens);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("Reading a string cannot fail", impossible);
        }
        return tokens;
    }

    private void collect(String text, List<Token> tokens) throws IOException {
        try (TokenStream stream = tokenStream("", text)) {
            var term = stream.addAttribute(CharTermAttribute.class);
            var offsets = stream.addAttribute(OffsetAttribute.class);
            var step = stream.addAttribute(PositionIncrementAttribute.class);
            stream.reset();
            int position = tokens.isEmpty() ? -1 : tokens.getLast().position() + GAP;
            while (stream.incrementToken()) {
                position += step.getPositionIncrement();
                tokens.add(new Token(term.toString(), position, offsets.startOffset(), offsets.endOffset()));
            }
            stream.end();
        }
    }
}
