package org.gazouillis.index.column;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.gazouillis.index.SearchScope;
import org.gazouillis.index.document.Fields;

/// The structures of all segments that are open, and what they share. One for each index, for all its generations.
public final class Columns {

    private final Counters counters = new Counters();
    private final Map<String, Dictionary> dictionaries = new ConcurrentHashMap<>();
    private final Map<IndexReader.CacheKey, SegmentColumns> segments = new ConcurrentHashMap<>();

    public Counters counters() {
        return counters;
    }

    /// The structures of the segment that this reader reads.
    public SegmentColumns of(LeafReader reader) {
        IndexReader.CacheHelper core = reader.getCoreCacheHelper();
        SegmentColumns known = segments.get(core.getKey());
        return known == null ? remembered(core) : known;
    }

    private SegmentColumns remembered(IndexReader.CacheHelper core) {
        var fresh = new SegmentColumns(this);
        SegmentColumns before = segments.putIfAbsent(core.getKey(), fresh);
        if (before != null) {
            return before;
        }
        core.addClosedListener(segments::remove);
        return fresh;
    }

    /// Builds what nearly every search needs, and the hashtags, before the segment is searched for the first time.
    public void warm(LeafReader reader) throws IOException {
        SegmentColumns segment = of(reader);
        segment.times(reader);
        segment.seenBy(reader, SearchScope.publicOnly());
        segment.slots(reader);
        segment.values(reader, Fields.TAG);
    }

    /// Enters statuses that were counted for the first time, so that the next search need not.
    public void enterNewSlots(IndexReader reader) throws IOException {
        for (LeafReaderContext leaf : reader.leaves()) {
            of(leaf.reader()).slots(leaf.reader());
        }
    }

    /// The numbers of a field's terms.
    public Dictionary dictionary(String field) {
        return dictionaries.computeIfAbsent(field, _ -> new Dictionary());
    }

    /// Segments whose structures are held.
    public int size() {
        return segments.size();
    }
}
