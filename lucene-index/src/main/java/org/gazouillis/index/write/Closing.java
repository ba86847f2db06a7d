package org.gazouillis.index.write;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
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
        } catch (IOException unclosed) {
            LOG.log(Level.DEBUG, "A replaced search index could not be closed cleanly", unclosed);
        }
        remove(generation.path());
    }

    /// Deletes the files of a generation that is not open.
    public static void remove(Path generation) {
        try {
            IOUtils.rm(generation);
        } catch (IOException remains) {
            Level level = Files.exists(generation) ? Level.WARNING : Level.DEBUG;
            LOG.log(level, "Remains of a replaced search index stay in " + generation, remains);
        }
    }
}
