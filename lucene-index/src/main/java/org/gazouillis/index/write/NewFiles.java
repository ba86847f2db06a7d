package org.gazouillis.index.write;

import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.NRTCachingDirectory;

/// Keeps small new segments in memory until a commit, as Lucene has it, and with them what the writer puts down for a
/// moment while it sorts one. Of that Lucene does not say how large it will be, and would have each refresh write, map
/// and delete files on disk; here it is a few bytes for each status, because this index stores no fields.
final class NewFiles extends NRTCachingDirectory {

    private static final double LARGEST_CACHED_MERGE_MB = 8;
    private static final double CACHE_MB = 64;

    NewFiles(Directory disk) {
        super(disk, LARGEST_CACHED_MERGE_MB, CACHE_MB);
    }

    @Override
    protected boolean doCacheWrite(String name, IOContext context) {
        return super.doCacheWrite(name, context) || (isOfSegment(name) && isOfUnknownSize(context));
    }

    /// And not the list of segments, with which a commit begins and ends.
    private static boolean isOfSegment(String name) {
        return name.startsWith("_");
    }

    private static boolean isOfUnknownSize(IOContext context) {
        return context.flushInfo() == null && context.mergeInfo() == null;
    }
}
