package org.gazouillis.listen;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gazouillis.index.Facet;
import org.gazouillis.index.FacetCount;
import org.gazouillis.index.KnownList;
import org.gazouillis.index.Suggestions;
import org.gazouillis.security.BrandNotFound;
import org.jspecify.annotations.Nullable;

/// Completes what somebody is typing into a query, by what is really there: hashtags, authors, languages, sources and
/// sites of what the asker may find, their brands, campaigns and lists, and the names of operators.
@ApplicationScoped
public class Completions {
    private static final int MOST = 8;
    /// One more than is shown: what stands there already is left out.
    private static final int KNOWN = MOST + 1;

    /// What stands in the index, by the sign that asks for it.
    private static final Map<String, Facet> INDEXED = Map.of(
            "#", Facet.HASHTAG,
            "@", Facet.AUTHOR,
            "from:", Facet.AUTHOR,
            "to:", Facet.AUTHOR,
            "mentions:", Facet.AUTHOR,
            "lang:", Facet.LANGUAGE,
            "source:", Facet.SOURCE,
            "url:", Facet.SITE);

    private StatusIndexer indexer;
    private Asker asker;

    @Inject
    public Completions(StatusIndexer indexer, Asker asker) {
        this.indexer = indexer;
        this.asker = asker;
    }

    @SuppressWarnings("NullAway.Init")
    Completions() {}

    /// @param piece the part of a query that ends at the caret: `#pri`, `from:ma`, `campaign:`, `fr`
    /// @param brand handle of the one brand that is asked about
    /// @return at most eight whole parts, the most frequent first
    /// @throws BrandNotFound when the brand does not exist or is not visible
    public List<String> of(String piece, @Nullable String brand) {
        Asker.Eyes eyes = asker.about(brand, piece);
        String sign = sign(piece);
        String begun = Suggestions.folded(piece.substring(sign.length()).replace("\"", ""));
        Facet facet = INDEXED.get(sign);
        Stream<String> all = facet != null
                ? indexed(eyes, facet, begun).map(value -> sign + value)
                : sign.equals("list:") ? lists(eyes, begun) : named(sign, eyes, begun);
        return all.filter(whole -> !whole.equals(piece)).limit(MOST).toList();
    }

    /// `#`, `@`, an operator with its colon, or nothing.
    private static String sign(String piece) {
        if (piece.startsWith("#") || piece.startsWith("@")) {
            return piece.substring(0, 1);
        }
        int colon = piece.indexOf(':');
        return colon < 0 ? "" : piece.substring(0, colon + 1).toLowerCase(java.util.Locale.ROOT);
    }

    private static String plain(String whole, String sign) {
        return whole.substring(sign.length()).replace("\"", "");
    }

    private static String term(String sign, String name) {
        return name.contains(" ") ? sign + '"' + name + '"' : sign + name;
    }

    private Stream<String> indexed(Asker.Eyes eyes, Facet facet, String begun) {
        return indexer.ask(index -> index.begun(eyes.scope(), facet, begun, KNOWN)).stream()
                .flatMap(List::stream)
                .map(FacetCount::value);
    }

    /// By title, whatever asks for them.
    private static Stream<String> lists(Asker.Eyes eyes, String begun) {
        return eyes.standpoint().lists().stream()
                .filter(list -> Suggestions.folded(list.title()).startsWith(begun))
                .sorted(Comparator.comparing(KnownList::title))
                .map(KnownList::term)
                .distinct();
    }

    private static Stream<String> named(String sign, Asker.Eyes eyes, String begun) {
        return names(sign, eyes)
                .map(name -> term(sign, name))
                .filter(whole -> Suggestions.folded(plain(whole, sign)).startsWith(begun));
    }

    private static Stream<String> names(String sign, Asker.Eyes eyes) {
        return switch (sign) {
            case "brand:" -> eyes.standpoint().brands().keySet().stream().sorted();
            case "campaign:" -> eyes.standpoint().campaigns().keySet().stream().sorted();
            case "" -> Suggestions.operators().stream();
            default -> Suggestions.valuesOf(sign).stream();
        };
    }
}
