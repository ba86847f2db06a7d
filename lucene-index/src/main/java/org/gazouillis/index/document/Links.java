package org.gazouillis.index.document;

import java.util.List;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.gazouillis.index.analysis.Token;

/// The words of a status' links, so that `url:` finds a shop, a page or the name of a parameter.
public final class Links {

    private static final String FIELD = Fields.LINK;
    private static final FieldType TYPE = type();

    private Links() {}

    /// Statuses with a link that contains these words side by side.
    ///
    /// @param words at least one, as [org.gazouillis.index.analysis.UrlWords] gives them
    public static Query containing(List<String> words) {
        return words.size() == 1
                ? new TermQuery(new Term(FIELD, words.getFirst()))
                : new PhraseQuery(FIELD, words.toArray(String[]::new));
    }

    static Field field(List<Token> words) {
        return new TokensField(FIELD, words, TYPE);
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
