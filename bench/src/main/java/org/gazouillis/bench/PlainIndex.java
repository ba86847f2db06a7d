package org.gazouillis.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.apache.lucene.document.Document;
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
import org.apache.lucene.util.IOUtils;
import org.gazouillis.index.StatusDocument;
import org.gazouillis.index.analysis.PostText;

/// What one writes with bare Lucene after its documentation. `L` lies in order of arrival and merges by tiers; `S` is
/// sorted by time, newest first.
final class PlainIndex implements AutoCloseable {

    static final Sort NEWEST = new Sort(
            new SortedNumericSortField("created", SortField.Type.LONG, true),
            new SortField("id", SortField.Type.LONG, true));

    private final Directory directory;
    private final IndexWriter writer;
    private final Function<StatusDocument, Document> layout;

    private PlainIndex(Path path, Function<StatusDocument, Document> layout, IndexWriterConfig settings)
            throws IOException {
        this.layout = layout;
        directory = FSDirectory.open(path);
        writer = new IndexWriter(directory, settings.setRAMBufferSizeMB(128));
    }

    static PlainIndex unsorted(Path path, Function<StatusDocument, Document> layout) throws IOException {
        return new PlainIndex(
                path, layout, new IndexWriterConfig(new PostText()).setMergePolicy(new TieredMergePolicy()));
    }

    static PlainIndex sorted(Path path, Function<StatusDocument, Document> layout) throws IOException {
        return new PlainIndex(
                path,
                layout,
                new IndexWriterConfig(new PostText())
                        .setIndexSort(NEWEST)
                        .setMergePolicy(new LogByteSizeMergePolicy()));
    }

    void put(List<StatusDocument> documents) throws IOException {
        for (StatusDocument document : documents) {
            writer.addDocument(layout.apply(document));
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
}
