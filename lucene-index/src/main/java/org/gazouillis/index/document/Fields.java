package org.gazouillis.index.document;

import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.document.FeatureField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.NumericUtils;
import org.gazouillis.index.SearchScope;

/// Names of the fields, and the questions that are the same for every search.
public final class Fields {

    /// Version of the layout on disk, part of the folder's name: an index sort or a field's kind cannot be changed
    /// afterwards.
    public static final int LAYOUT = 1;

    /// Terms of eight bytes in the order of the ids, and a column.
    public static final String ID = "id";
    /// Milliseconds since 1970, a column with a skip list.
    public static final String CREATED = "created";
    /// The analysed text and the words within its hashtags.
    public static final String TEXT = "text";

    public static final String TAG = "tag";
    public static final String MENTION = "mention";
    public static final String AUTHOR = "author";
    public static final String LANGUAGE = "lang";
    public static final String HOST = "host";
    public static final String SOURCE = "source";
    public static final String PROFILE = "profile";
    public static final String CAMPAIGN = "campaign";
    public static final String ANSWERED = "answered";

    /// Fields whose terms are eight bytes, not text.
    public static final Set<String> ID_FIELDS = Set.of(ID, PROFILE, CAMPAIGN, ANSWERED);

    static final String OPEN = "open";
    static final String YES = "1";
    static final String OWNER = "owner";
    static final String RANK = "rank";
    static final String ENGAGEMENT = "engagement";

    /// Newest first. The index itself lies in this order, so that a search for the newest stops after the first few.
    public static final Sort NEWEST_FIRST =
            new Sort(new SortField(CREATED, SortField.Type.LONG, true), new SortField(ID, SortField.Type.LONG, true));

    /// Best first; among equals the youngest id.
    public static final Sort BEST_FIRST = new Sort(SortField.FIELD_SCORE, new SortField(ID, SortField.Type.LONG, true));

    private Fields() {}

    public static Term id(long id) {
        return new Term(ID, idBytes(id));
    }

    static BytesRef idBytes(long id) {
        byte[] bytes = new byte[Long.BYTES];
        NumericUtils.longToSortableBytes(id, bytes, 0);
        return new BytesRef(bytes);
    }

    public static long id(BytesRef term) {
        return NumericUtils.sortableBytesToLong(term.bytes, term.offset);
    }

    static String owner(long workspace, long brand) {
        return workspace + "/" + brand;
    }

    /// Everything created in `[from, to)`, in milliseconds since 1970.
    public static Query created(long from, long to) {
        return NumericDocValuesField.newSlowRangeQuery(CREATED, from, to - 1);
    }

    /// What a scope may see: public or owned by one of its brands, narrowed to one brand if so asked.
    public static Query visibleIn(SearchScope scope) {
        Long only = scope.onlyBrand();
        if (only != null) {
            return scope.brands().contains(only)
                    ? new TermQuery(new Term(OWNER, owner(scope.workspace(), only)))
                    : new MatchNoDocsQuery("not a brand of this scope");
        }
        Query open = new TermQuery(new Term(OPEN, YES));
        return scope.brands().isEmpty()
                ? open
                : new BooleanQuery.Builder()
                        .add(open, Occur.SHOULD)
                        .add(new TermInSetQuery(OWNER, owners(scope)), Occur.SHOULD)
                        .build();
    }

    private static Set<BytesRef> owners(SearchScope scope) {
        return scope.brands().stream()
                .map(brand -> new BytesRef(owner(scope.workspace(), brand)))
                .collect(Collectors.toSet());
    }

    /// A little more for what many have liked, reposted or answered: half of it at twenty such, never more than one
    /// good word.
    public static Query liked() {
        return FeatureField.newSaturationQuery(RANK, ENGAGEMENT, 1f, 20f);
    }
}
