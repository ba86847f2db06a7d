package org.gazouillis.index.document;

import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.document.Field;
import org.apache.lucene.index.IndexableFieldType;
import org.gazouillis.index.analysis.Token;
import org.gazouillis.index.analysis.TokenFeed;
import org.jspecify.annotations.Nullable;

/// A field of tokens that were found already. Lucene hands back the stream of the document before it, so that the
/// stream is made once for each field and thread.
final class TokensField extends Field {
    private final List<Token> tokens;

    TokensField(String name, List<Token> tokens, IndexableFieldType type) {
        super(name, type);
        this.tokens = tokens;
    }

    @Override
    public TokenStream tokenStream(Analyzer analyzer, @Nullable TokenStream reuse) {
        return reuse instanceof TokenFeed feed ? feed.over(tokens) : new TokenFeed(tokens);
    }
}
