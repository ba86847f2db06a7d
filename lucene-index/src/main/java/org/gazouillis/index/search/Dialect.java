package org.gazouillis.index.search;

import java.util.List;
import java.util.Set;
import org.gazouillis.index.Measure;
import org.gazouillis.index.analysis.Token;

/// How one engine is asked for what the query language can say. Terms are folded already and never empty; fields bear
/// the names of [org.gazouillis.index.document.Fields].
///
/// Words score by BM25; everything else by the same for all.
///
/// @param <Q> a query of the engine
public interface Dialect<Q> {

    Q everything();

    Q nothing();

    /// All of the wanted and none of the unwanted; of everything, when nothing is wanted. Not both are empty.
    Q all(List<Q> wanted, List<Q> unwanted);

    /// @param alternatives at least one
    Q either(List<Q> alternatives);

    /// A word of the text.
    ///
    /// @param otherForms also those with the same stem, in statuses of that language; the form itself scores higher
    Q word(String term, boolean otherForms);

    /// Words of the text at exactly these places beside each other.
    ///
    /// @param tokens at least two
    Q phrase(List<Token> tokens);

    /// A word of the text that begins so.
    Q beginning(String letters);

    /// A link to this host; scores as a word.
    Q host(String host);

    Q keyword(String field, String value);

    Q keywordBeginning(String field, String letters);

    /// Created in `[from, to)`, in milliseconds since 1970; [Long#MIN_VALUE] and [Long#MAX_VALUE] are no limits.
    Q created(long from, long to);

    /// With an id in `[from, to]`.
    Q ids(long from, long to);

    Q ownedBy(long workspace, Set<Long> brands);

    Q ofCampaigns(Set<Long> campaigns);

    /// Written by one of these profiles.
    ///
    /// @param profiles at least one
    Q writtenBy(Set<Long> profiles);

    /// With a link that contains these words side by side.
    ///
    /// @param words at least one
    Q link(List<String> words);

    /// All operands in any order, with at most `between` other words between them. Of several combinations the best
    /// scores.
    ///
    /// @param combinations at least one; each has operands, each of them words side by side
    Q near(List<List<List<Token>>> combinations, int between);

    /// Liked, reposted or answered at least so many times by now.
    Q atLeast(Measure measure, int least);
}
