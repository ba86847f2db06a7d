package org.gazouillis.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogByteSizeMergePolicy;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSortField;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.IOUtils;
import org.apache.lucene.util.NumericUtils;
import org.gazouillis.index.StatusDocument;
import org.gazouillis.index.analysis.PostText;

/// What one writes with bare Lucene after its documentation: a field for each property, doc values for what is sorted
/// by and counted. `L` lies in order of arrival and merges by tiers; `S` is sorted by time, newest first.
final class PlainIndex implements AutoCloseable {

    static final Sort NEWEST = new Sort(
            new SortedNumericSortField("created", SortField.Type.LONG, true),
            new SortField("id", SortField.Type.LONG, true));

    private final Directory directory;
    private final IndexWriter writer;

    private PlainIndex(Path path, IndexWriterConfig settings) throws IOException {
        directory = FSDirectory.open(path);
        writer = new IndexWriter(directory, settings.setRAMBufferSizeMB(128));
    }

    static PlainIndex unsorted(Path path) throws IOException {
        return new PlainIndex(path, new IndexWriterConfig(new PostText()).setMergePolicy(new TieredMergePolicy()));
    }

    static PlainIndex sorted(Path path) throws IOException {
        return new PlainIndex(
                path,
                new IndexWriterConfig(new PostText())
                        .setIndexSort(NEWEST)
                        .setMergePolicy(new LogByteSizeMergePolicy()));
    }

    void put(List<StatusDocument> documents) throws IOException {
        for (StatusDocument document : documents) {
            writer.addDocument(fields(document));
        }
    }

    void commit() throws IOException {
        writer.commit();
    }

    DirectoryReader reader() throws IOException {
        return DirectoryReader.open(writer);
    }

    @Override
    public void close() throws IOException {
        IOUtils.close(writer, directory);
    }

    static String owner(long workspace, long brand) {
        return workspace + "/" + brand;
    }

    private static Document fields(StatusDocument status) {
        var document = new Document();
        document.add(new StringField("id", bytes(status.id()), Field.Store.NO));
        document.add(new NumericDocValuesField("id", status.id()));
        document.add(new LongField("created", status.createdAt().toEpochMilli(), Field.Store.NO));
        document.add(new TextField("text", status.text(), Field.Store.NO));
        keyword(document, "author", status.handle());
        keyword(document, "lang", status.lang());
        keyword(document, "source", status.source());
        for (String tag : status.hashtags()) {
            keyword(document, "tag", tag);
            document.add(new SortedSetDocValuesField("tag", new BytesRef(tag)));
        }
        status.mentions().forEach(handle -> keyword(document, "mention", handle));
        status.urls().forEach(url -> keyword(document, "host", url.substring(8, url.lastIndexOf('/'))));
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

    private static void keyword(Document document, String field, String value) {
        document.add(new StringField(field, value.toLowerCase(Locale.ROOT), Field.Store.NO));
    }

    private static BytesRef bytes(long id) {
        byte[] bytes = new byte[Long.BYTES];
        NumericUtils.longToSortableBytes(id, bytes, 0);
        return new BytesRef(bytes);
    }
}
