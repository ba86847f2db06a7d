package org.gazouillis.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.FeatureField;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogByteSizeMergePolicy;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.NRTCachingDirectory;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.IOUtils;
import org.apache.lucene.util.NumericUtils;
import org.gazouillis.index.StatusDocument;
import org.gazouillis.index.analysis.PostText;
import org.gazouillis.index.analysis.Stemming;
import org.gazouillis.index.analysis.Token;
import org.gazouillis.index.analysis.TokenFeed;

/// The limit: a Lucene writer and nothing else, with the same fields, the same analyzer and the same order on disk as
/// ours. Keywords are
/// only lower-cased, hashtags not split, ids not looked at, nothing locked.
final class BareIndex implements AutoCloseable {

    private static final PostText ANALYZER = new PostText();
    private static final FieldType STEMS = new FieldType();

    static {
        STEMS.setTokenized(true);
        STEMS.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        STEMS.freeze();
    }

    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;

    BareIndex(Path path) throws IOException {
        directory = new NRTCachingDirectory(FSDirectory.open(path), 8, 64);
        writer = new IndexWriter(
                directory,
                new IndexWriterConfig(ANALYZER)
                        .setIndexSort(new Sort(
                                new SortField("created", SortField.Type.LONG, true),
                                new SortField("id", SortField.Type.LONG, true)))
                        .setMergePolicy(new LogByteSizeMergePolicy())
                        .setRAMBufferSizeMB(64));
        searchers = new SearcherManager(writer, null);
    }

    void put(List<StatusDocument> documents) throws IOException {
        for (StatusDocument document : documents) {
            writer.addDocument(fields(document));
        }
    }

    void makeVisible() throws IOException {
        searchers.maybeRefreshBlocking();
    }

    void commit() throws IOException {
        writer.commit();
    }

    long count() throws IOException {
        var searcher = searchers.acquire();
        try {
            return searcher.getIndexReader().numDocs();
        } finally {
            searchers.release(searcher);
        }
    }

    @Override
    public void close() throws IOException {
        IOUtils.close(searchers, writer, directory);
    }

    private static Document fields(StatusDocument status) {
        var document = new Document();
        document.add(new StringField("id", bytes(status.id()), Field.Store.NO));
        document.add(NumericDocValuesField.indexedField("id", status.id()));
        document.add(
                NumericDocValuesField.indexedField("created", status.createdAt().toEpochMilli()));
        List<Token> tokens = ANALYZER.tokens(status.text());
        document.add(new TextField("text", new TokenFeed(tokens)));
        Stemming.of(status.lang())
                .ifPresent(stemming ->
                        document.add(new Field(stemming.field(), new TokenFeed(stemming.stems(tokens)), STEMS)));
        keyword(document, "author", status.handle());
        keyword(document, "lang", status.lang());
        keyword(document, "source", status.source());
        status.hashtags().forEach(tag -> keyword(document, "tag", tag));
        status.mentions().forEach(handle -> keyword(document, "mention", handle));
        status.urls().forEach(url -> {
            keyword(document, "host", host(url));
            document.add(new TextField("url", url.replaceAll("[/:.?&=-]+", " "), Field.Store.NO));
        });
        trait(document, "link", !status.urls().isEmpty());
        trait(document, "hashtag", !status.hashtags().isEmpty());
        trait(document, "mention", !status.mentions().isEmpty());
        trait(document, "repost", status.isRepost());
        if (status.isPublic()) {
            keyword(document, "open", "1");
        }
        document.add(new StringField("profile", bytes(status.profile()), Field.Store.NO));
        if (status.workspace() != 0) {
            keyword(document, "owner", status.workspace() + "/" + status.brand());
            document.add(new StringField("campaign", bytes(status.campaign()), Field.Store.NO));
        }
        if (status.likes() > 0) {
            document.add(new FeatureField("rank", "engagement", status.likes()));
            document.add(new NumericDocValuesField("likes", status.likes()));
        }
        return document;
    }

    private static void trait(Document document, String trait, boolean present) {
        if (present) {
            keyword(document, "trait", trait);
        }
    }

    private static String host(String url) {
        int start = url.indexOf("//") + 2;
        int end = url.indexOf('/', start);
        return end < 0 ? url.substring(start) : url.substring(start, end);
    }

    private static void keyword(Document document, String field, String value) {
        document.add(new StringField(field, value.toLowerCase(Locale.ROOT), Field.Store.NO));
    }

    private static BytesRef bytes(long id) {
        byte[] bytes = new byte[Long.BYTES];
        NumericUtils.longToSortableBytes(id, bytes, 0);
        return new BytesRef(bytes);
    }
}
