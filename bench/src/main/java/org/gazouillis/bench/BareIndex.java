package org.gazouillis.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.FeatureField;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogByteSizeMergePolicy;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.NRTCachingDirectory;
import org.apache.lucene.util.IOUtils;
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
        document.add(new StringField("id", PlainDocuments.bytes(status.id()), Field.Store.NO));
        document.add(NumericDocValuesField.indexedField("id", status.id()));
        document.add(
                NumericDocValuesField.indexedField("created", status.createdAt().toEpochMilli()));
        List<Token> tokens = ANALYZER.tokens(status.text());
        document.add(new TextField("text", new TokenFeed(tokens)));
        Stemming.of(status.lang())
                .ifPresent(stemming -> document.add(
                        new Field(stemming.field(), new TokenFeed(stemming.stems(tokens)), PlainDocuments.STEMS)));
        PlainDocuments.keyword(document, "author", status.handle());
        PlainDocuments.keyword(document, "lang", status.lang());
        PlainDocuments.keyword(document, "source", status.source());
        status.hashtags().forEach(tag -> PlainDocuments.keyword(document, "tag", tag));
        status.mentions().forEach(handle -> PlainDocuments.keyword(document, "mention", handle));
        status.urls().forEach(url -> {
            PlainDocuments.keyword(document, "host", PlainDocuments.host(url));
            document.add(new TextField("url", url.replaceAll("[/:.?&=-]+", " "), Field.Store.NO));
        });
        PlainDocuments.traits(document, status);
        if (status.isPublic()) {
            PlainDocuments.keyword(document, "open", "1");
        }
        document.add(new StringField("profile", PlainDocuments.bytes(status.profile()), Field.Store.NO));
        if (status.workspace() != 0) {
            PlainDocuments.keyword(document, "owner", PlainDocuments.owner(status.workspace(), status.brand()));
            document.add(new StringField("campaign", PlainDocuments.bytes(status.campaign()), Field.Store.NO));
        }
        if (status.likes() > 0) {
            document.add(new FeatureField("rank", "engagement", status.likes()));
            document.add(new NumericDocValuesField("likes", status.likes()));
        }
        return document;
    }
}
