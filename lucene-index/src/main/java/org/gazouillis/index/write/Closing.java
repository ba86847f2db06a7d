package org.gazouillis.index.write;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import org.apache.lucene.util.IOUtils;

/// The end of a generation that no longer serves. Its files may be gone already, which is then no one's trouble any
/// more: it is
/// logged and not thrown.
public final class Closing {

    private static final System.Logger LOG = System.getLogger(Closing.class.getName());

    private Closing() {}

    /// Closes a generation without a last commit and deletes its files.
    public static void discard(Generation generation) {
        try {
            generation.abandon();
            IOUtils.rm(generation.path());
        } catch (IOException remains) {
            Level level = Files.exists(generation.path()) ? Level.WARNING : Level.DEBUG;
            LOG.log(level, "Remains of a replaced search index stay in " + generation.path(), remains);
        }
    }
}
