package org.gazouillis.index.document;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.gazouillis.index.analysis.Token;
import org.gazouillis.index.analysis.UrlWords;

/// The words of a status' links, so that `url:` finds a shop, a page or the name of a parameter.
public final class Links {

    private static final String FIELD = "url";
    private static final FieldType TYPE = type();

    private Links() {}

    /// Statuses with a link that contains these words side by side.
    ///
    /// @param words at least one, as [UrlWords] gives them
    public static Query containing(List<String> words) {
        return words.size() == 1
                ? new TermQuery(new Term(FIELD, words.getFirst()))
                : new PhraseQuery(FIELD, words.toArray(String[]::new));
    }

    static void write(Document document, List<String> urls) {
        for (String url : urls) {
            document.add(new TokensField(FIELD, tokens(UrlWords.of(url)), TYPE));
        }
    }

    private static List<Token> tokens(List<String> words) {
        List<Token> tokens = new ArrayList<>(words.size());
        for (String word : words) {
            tokens.add(new Token(word, tokens.size(), 0, 0));
        }
        return tokens;
    }

    private static FieldType type() {
        var type = new FieldType();
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
        type.setTokenized(true);
        type.setOmitNorms(true);
        type.freeze();
        return type;
    }
}
