package org.gazouillis.index.analysis;

import org.apache.lucene.analysis.FilteringTokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/// Only the words of one language's script.
final class StemmableWords extends FilteringTokenFilter {
    private final Stemming stemming;
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

    StemmableWords(TokenStream words, Stemming stemming) {
        super(words);
        this.stemming = stemming;
    }

    @Override
    protected boolean accept() {
        return !term.isEmpty() && stemming.takes(term.charAt(0));
    }
}
