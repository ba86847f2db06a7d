package org.gazouillis.index.write;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.IOUtils;
import org.gazouillis.index.IndexFiles;
import org.gazouillis.index.Position;
import org.gazouillis.index.StatusDocument;
import org.gazouillis.index.column.Columns;
import org.gazouillis.index.document.Fields;
import org.gazouillis.index.document.LuceneDocuments;
import org.jspecify.annotations.Nullable;

/// One Lucene index: its directory, its writer and its searchers.
///
/// Statuses with an id above all that were ever written are appended; only the others pay for a look whether they
/// replace one.
public final class Generation implements AutoCloseable {

    private final Path path;
    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final Object writing = new Object();
    private final ReentrantLock committing = new ReentrantLock();
    private Set<String> committedFiles;
    private long highestId;

    private Generation(Path path, Directory directory, IndexWriter writer, Columns columns) throws IOException {
        this.path = path;
        this.directory = directory;
        this.writer = writer;
        // An empty first commit: a crash in the middle of a later one then always leaves a whole index behind.
        if (!DirectoryReader.indexExists(directory)) {
            writer.commit();
        }
        this.searchers = new SearcherManager(writer, new Warming(columns));
        this.committedFiles = filesOfLastCommit();
        this.highestId = checkedHighestId();
    }

    /// Opens the index in `path`, or begins an empty one there.
    ///
    /// @throws DamagedIndex when it can only be built anew
    public static Generation open(Path path, Analyzer analyzer, int ramBufferMegabytes, Columns columns)
            throws IOException {
        Directory directory = new NewFiles(FSDirectory.open(path));
        IndexWriter writer = null;
        try {
            writer = new IndexWriter(directory, WriterSettings.of(analyzer, ramBufferMegabytes, columns));
            return new Generation(path, directory, writer, columns);
        } catch (CorruptIndexException
                | IndexFormatTooOldException
                | IndexFormatTooNewException
                | EOFException
                | NoSuchFileException damage) {
            giveUp(directory, writer, damage);
            throw new DamagedIndex(damage);
        } catch (IOException | RuntimeException failure) {
            giveUp(directory, writer, failure);
            throw failure;
        }
    }

    public void put(Collection<StatusDocument> documents) throws IOException {
        var latest = new TreeMap<Long, StatusDocument>();
        documents.forEach(document -> latest.put(document.id(), document));
        synchronized (writing) {
            for (StatusDocument document : latest.values()) {
                if (document.id() > highestId) {
                    writer.addDocument(LuceneDocuments.of(document));
                    highestId = document.id();
                } else {
                    writer.updateDocument(Fields.id(document.id()), LuceneDocuments.of(document));
                }
            }
        }
    }

    public void delete(Collection<Long> ids) throws IOException {
        writer.deleteDocuments(ids.stream().map(Fields::id).toArray(Term[]::new));
    }

    public void makeVisible() throws IOException {
        searchers.maybeRefreshBlocking();
    }

    public void commit(Position mark) throws IOException {
        commit(Map.of("xid", Long.toString(mark.xid()), "id", Long.toString(mark.id())));
    }

    private void commit(Map<String, String> mark) throws IOException {
        committing.lock();
        try {
            writer.setLiveCommitData(mark.entrySet());
            writer.commit();
            committedFiles = filesOfLastCommit();
        } finally {
            committing.unlock();
        }
    }

    public Optional<Position> position() {
        var mark = new HashMap<String, String>();
        var entries = writer.getLiveCommitData();
        if (entries != null) {
            entries.forEach(entry -> mark.put(entry.getKey(), entry.getValue()));
        }
        String xid = mark.get("xid");
        String id = mark.get("id");
        return xid == null || id == null
                ? Optional.empty()
                : Optional.of(new Position(Long.parseLong(xid), Long.parseLong(id)));
    }

    public void clear() throws IOException {
        synchronized (writing) {
            writer.deleteAll();
            commit(Map.of());
            highestId = Long.MIN_VALUE;
        }
        makeVisible();
    }

    /// Whether the writer works and every file of the last commit is there. Lucene itself would not notice for hours:
    /// it reads on from files that have lost their names. While a commit is going on files come and go: only the
    /// writer is asked then.
    public boolean isWhole() {
        if (!writer.isOpen()) {
            return false;
        }
        if (!committing.tryLock()) {
            return true;
        }
        try {
            return isOnDisk();
        } finally {
            committing.unlock();
        }
    }

    /// Whether the writer has broken down, as it does for good when the disk is full, while every file of the last
    /// commit is there: then opening the folder again is enough.
    public boolean canBeResumed() {
        committing.lock();
        try {
            return !writer.isOpen() && isOnDisk();
        } finally {
            committing.unlock();
        }
    }

    private boolean isOnDisk() {
        return namesOnDisk().containsAll(committedFiles);
    }

    /// Lends the present searcher, to be given back with [#release].
    ///
    /// @throws org.apache.lucene.store.AlreadyClosedException when this generation has been closed
    public IndexSearcher borrow() throws IOException {
        return searchers.acquire();
    }

    public void release(IndexSearcher searcher) throws IOException {
        searchers.release(searcher);
    }

    public long count() throws IOException {
        IndexSearcher searcher = searchers.acquire();
        try {
            return searcher.getIndexReader().numDocs();
        } finally {
            searchers.release(searcher);
        }
    }

    public long bytes() throws IOException {
        if (!Files.isDirectory(path)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }

    public IndexFiles files() throws IOException {
        IndexSearcher searcher = searchers.acquire();
        try {
            IndexReader reader = searcher.getIndexReader();
            return new IndexFiles(
                    Fields.LAYOUT,
                    reader.leaves().size(),
                    reader.numDeletedDocs(),
                    writer.getMergingSegments().size(),
                    committedAt());
        } finally {
            searchers.release(searcher);
        }
    }

    private @Nullable Instant committedAt() throws IOException {
        try {
            String last = SegmentInfos.getLastCommitSegmentsFileName(directory);
            return last == null
                    ? null
                    : Files.getLastModifiedTime(path.resolve(last)).toInstant();
        } catch (NoSuchFileException gone) {
            return null;
        }
    }

    public Path path() {
        return path;
    }

    /// Writes what is left, without a new mark, and lets go of the folder.
    @Override
    public void close() throws IOException {
        try {
            if (writer.isOpen()) {
                writer.commit();
            }
        } finally {
            abandon();
        }
    }

    /// Lets go of the folder and of what was not committed.
    public void abandon() throws IOException {
        IOUtils.close(searchers, writer::rollback, directory);
    }

    private Set<String> filesOfLastCommit() throws IOException {
        return new HashSet<>(SegmentInfos.readLatestCommit(directory).files(true));
    }

    private Set<String> namesOnDisk() {
        try (Stream<Path> files = Files.list(path)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
        } catch (IOException | UncheckedIOException gone) {
            return Set.of();
        }
    }

    /// Reads every byte once, so that a flipped bit is found now and not by a searcher.
    private long checkedHighestId() throws IOException {
        IndexSearcher searcher = searchers.acquire();
        try {
            long highest = Long.MIN_VALUE;
            for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
                leaf.reader().checkIntegrity();
                var ids = leaf.reader().terms(Fields.ID);
                var last = ids == null ? null : ids.getMax();
                highest = last == null ? highest : Math.max(highest, Fields.id(last));
            }
            return highest;
        } finally {
            searchers.release(searcher);
        }
    }

    private static void giveUp(Directory directory, @Nullable IndexWriter writer, Exception cause) {
        try {
            IOUtils.close(writer == null ? null : writer::rollback, directory);
        } catch (IOException also) {
            cause.addSuppressed(also);
        }
    }
}
