package org.gazouillis.index.document;

import java.util.List;
import org.gazouillis.index.analysis.Token;

/// Takes in what a status is searched by, in the way of one engine. Fields bear the names of [Fields].
public interface FieldSink {

    /// A value that is matched as a whole, folded already and never empty.
    void keyword(String field, String value);

    /// An id that is matched as a whole, never 0.
    void reference(String field, long id);

    /// The words of the text and of the hashtags within it, with their places.
    void text(List<Token> tokens);

    /// Stems of those words, without places.
    void stems(String field, List<Token> stems);

    /// The words of one link, side by side.
    void link(List<Token> words);
}
