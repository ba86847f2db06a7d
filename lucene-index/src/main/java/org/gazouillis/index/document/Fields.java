package org.gazouillis.index.document;

import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.Term;
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
    public static final int LAYOUT = 4;
    /// The same of an index in a cluster, whose documents hold figures, too: the last digit is theirs.
    public static final int CLUSTER_LAYOUT = 10 * LAYOUT + 2;

    /// Terms of eight bytes in the order of the ids, and a column with a skip list: ids are nearly in order of time.
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
    /// Handle of the author who is answered.
    public static final String ADDRESSEE = "to";
    /// Words of links.
    public static final String LINK = "url";
    /// Words of [Trait].
    public static final String TRAIT = "trait";

    /// Fields whose terms are eight bytes, not text.
    public static final Set<String> ID_FIELDS = Set.of(ID, PROFILE, CAMPAIGN, ANSWERED);

    public static final String OPEN = "open";
    public static final String YES = "1";
    public static final String OWNER = "owner";

    /// Newest first. The index itself lies in this order, so that a search for the newest stops after the first few.
    public static final Sort NEWEST_FIRST =
            new Sort(new SortField(CREATED, SortField.Type.LONG, true), new SortField(ID, SortField.Type.LONG, true));

    private Fields() {}

    public static Term id(long id) {
        return new Term(ID, idBytes(id));
    }

    public static BytesRef idBytes(long id) {
        byte[] bytes = new byte[Long.BYTES];
        NumericUtils.longToSortableBytes(id, bytes, 0);
        return new BytesRef(bytes);
    }

    public static long id(BytesRef term) {
        return NumericUtils.sortableBytesToLong(term.bytes, term.offset);
    }

    public static String owner(long workspace, long brand) {
        return workspace + "/" + brand;
    }

    /// The brand of an [#owner].
    public static String brandOf(String owner) {
        return owner.substring(owner.indexOf('/') + 1);
    }

    /// Everything created in `[from, to)`, in milliseconds since 1970.
    public static Query created(long from, long to) {
        return new Created(from, to);
    }

    /// Everything with an id in `[from, to]`.
    public static Query ids(long from, long to) {
        return NumericDocValuesField.newSlowRangeQuery(ID, from, to);
    }

    /// Everything that belongs to one of these brands of a workspace.
    public static Query ownedBy(long workspace, Set<Long> brands) {
        return new TermInSetQuery(OWNER, owners(workspace, brands));
    }

    /// Everything that belongs to one of these campaigns.
    public static Query ofCampaigns(Set<Long> campaigns) {
        return havingOneOf(CAMPAIGN, campaigns);
    }

    /// Everything that one of these profiles wrote.
    public static Query writtenBy(Set<Long> profiles) {
        return havingOneOf(PROFILE, profiles);
    }

    private static Query havingOneOf(String field, Set<Long> ids) {
        return new TermInSetQuery(field, ids.stream().map(Fields::idBytes).collect(Collectors.toSet()));
    }

    /// What belongs to a brand of the scope, or to the one brand that it is narrowed to; nothing when that is not one
    /// of its brands.
    public static Query ownedBy(SearchScope scope) {
        Long only = scope.onlyBrand();
        if (only == null) {
            return ownedBy(scope.workspace(), scope.brands());
        }
        return scope.brands().contains(only)
                ? new TermQuery(new Term(OWNER, owner(scope.workspace(), only)))
                : new MatchNoDocsQuery("not a brand of this scope");
    }

    private static Set<BytesRef> owners(long workspace, Set<Long> brands) {
        return brands.stream()
                .map(brand -> new BytesRef(owner(workspace, brand)))
                .collect(Collectors.toSet());
    }
}
