package org.gazouillis.index.analysis;

import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/// Tokens that were found already, in the way in which Lucene takes them in.
public final class TokenFeed extends TokenStream {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
    private List<Token> tokens;
    private int next;
    private int position;

    public TokenFeed(List<Token> tokens) {
        this.tokens = tokens;
    }

    /// The same stream with other tokens: its parts cost more than the tokens of a short text.
    public TokenFeed over(List<Token> others) {
        tokens = others;
        return this;
    }

    @Override
    public boolean incrementToken() {
        if (next == tokens.size()) {
            return false;
        }
        Token token = tokens.get(next++);
        clearAttributes();
        term.append(token.term());
        step.setPositionIncrement(token.position() - position);
        position = token.position();
        return true;
    }

    @Override
    public void reset() {
        next = 0;
        position = -1;
    }
}
