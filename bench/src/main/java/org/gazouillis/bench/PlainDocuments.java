package org.gazouillis.bench;

import java.util.List;
import java.util.Locale;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.NumericUtils;
import org.gazouillis.index.StatusDocument;
import org.gazouillis.index.analysis.Hashtags;
import org.gazouillis.index.analysis.PostText;
import org.gazouillis.index.analysis.Stemming;
import org.gazouillis.index.analysis.Token;
import org.gazouillis.index.analysis.TokenFeed;

/// A status as fields of bare Lucene: a field for each property, doc values for what is sorted by and counted.
final class PlainDocuments {
    private static final PostText ANALYZER = new PostText();
    static final FieldType STEMS = new FieldType();

    static {
        STEMS.setTokenized(true);
        STEMS.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        STEMS.freeze();
    }

    private PlainDocuments() {}

    static String owner(long workspace, long brand) {
        return workspace + "/" + brand;
    }

    /// The words, the keywords and the hashtags to be counted: enough for the questions that `search` asks.
    static Document lean(StatusDocument status) {
        Document document = keywords(status);
        document.add(new TextField("text", status.text(), Field.Store.NO));
        return document;
    }

    /// All that ours can be asked for: stems, words of hashtags and addresses, traits, and all seven facets.
    static Document whole(StatusDocument status) {
        Document document = keywords(status);
        List<Token> tokens = ANALYZER.tokens(status.text());
        document.add(new TextField("text", new TokenFeed(tokens)));
        status.hashtags().forEach(tag -> document.add(new TextField("text", Hashtags.words(tag), Field.Store.NO)));
        Stemming.of(status.lang())
                .ifPresent(stemming ->
                        document.add(new Field(stemming.field(), new TokenFeed(stemming.stems(tokens)), STEMS)));
        status.urls()
                .forEach(url -> document.add(new TextField("url", url.replaceAll("[/:.?&=-]+", " "), Field.Store.NO)));
        traits(document, status);
        facets(document, status);
        return document;
    }

    private static Document keywords(StatusDocument status) {
        var document = new Document();
        document.add(new StringField("id", bytes(status.id()), Field.Store.NO));
        document.add(new NumericDocValuesField("id", status.id()));
        document.add(new LongField("created", status.createdAt().toEpochMilli(), Field.Store.NO));
        keyword(document, "author", status.handle());
        keyword(document, "lang", status.lang());
        keyword(document, "source", status.source());
        for (String tag : status.hashtags()) {
            keyword(document, "tag", tag);
            facet(document, "tag", tag);
        }
        status.mentions().forEach(handle -> keyword(document, "mention", handle));
        status.urls().forEach(url -> keyword(document, "host", host(url)));
        if (status.isPublic()) {
            keyword(document, "open", "1");
        }
        document.add(new StringField("profile", bytes(status.profile()), Field.Store.NO));
        if (status.workspace() != 0) {
            keyword(document, "owner", owner(status.workspace(), status.brand()));
            document.add(new StringField("campaign", bytes(status.campaign()), Field.Store.NO));
        }
        document.add(new NumericDocValuesField("likes", status.likes()));
        return document;
    }

    static void traits(Document document, StatusDocument status) {
        trait(document, "link", !status.urls().isEmpty());
        trait(document, "hashtag", !status.hashtags().isEmpty());
        trait(document, "mention", !status.mentions().isEmpty());
        trait(document, "repost", status.isRepost());
        trait(document, "quote", status.isQuote());
        trait(document, "poll", status.hasPoll());
    }

    private static void trait(Document document, String trait, boolean present) {
        if (present) {
            keyword(document, "trait", trait);
        }
    }

    private static void facets(Document document, StatusDocument status) {
        facet(document, "author", status.handle());
        facet(document, "lang", status.lang());
        facet(document, "source", status.source());
        status.urls().forEach(url -> facet(document, "host", host(url)));
        if (status.workspace() != 0) {
            facet(document, "owner", owner(status.workspace(), status.brand()));
            facet(document, "campaign", Long.toString(status.campaign()));
        }
    }

    private static void facet(Document document, String field, String value) {
        document.add(new SortedSetDocValuesField(field, new BytesRef(value)));
    }

    static String host(String url) {
        int start = url.indexOf("//") + 2;
        int end = url.indexOf('/', start);
        return end < 0 ? url.substring(start) : url.substring(start, end);
    }

    static void keyword(Document document, String field, String value) {
        document.add(new StringField(field, value.toLowerCase(Locale.ROOT), Field.Store.NO));
    }

    static BytesRef bytes(long id) {
        byte[] bytes = new byte[Long.BYTES];
        NumericUtils.longToSortableBytes(id, bytes, 0);
        return new BytesRef(bytes);
    }
}
