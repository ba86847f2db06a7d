package org.gazouillis.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.AlreadyClosedException;
import org.gazouillis.index.write.Closing;
import org.gazouillis.index.write.DamagedIndex;
import org.gazouillis.index.write.Generation;
import org.gazouillis.index.write.IndexFolder;

/// The generation that serves at the moment, and the way in which another takes its place. Every failure to read or
/// write leaves here as [IndexUnusable].
final class Serving {

    private final IndexFolder folder;
    /// Shared by all who write, taken whole by who switches: so nothing is put into a generation that is about to go.
    private final ReadWriteLock switching = new ReentrantReadWriteLock();

    private volatile Generation present;
    private volatile boolean corrupt;

    Serving(IndexFolder folder, Generation first) {
        this.folder = folder;
        this.present = first;
    }

    Generation present() {
        return present;
    }

    boolean isAlive() {
        return !corrupt && present.isWhole();
    }

    boolean canBeResumed() {
        return !corrupt && present.canBeResumed();
    }

    /// Lets the present generation, of which the writer broke down, serve again from its last commit. Until it is open
    /// searches are answered from what was seen last.
    void resume(Reopening reopening) throws IOException {
        switching.writeLock().lock();
        try {
            Generation before = present;
            present = reopening.of(before.path());
            before.abandon();
        } catch (DamagedIndex damage) {
            corrupt = true;
            throw damage;
        } finally {
            switching.writeLock().unlock();
        }
    }

    /// Asks the searcher of this moment.
    <T> T ask(Question<T> question) {
        return read(generation -> {
            IndexSearcher searcher = generation.borrow();
            try {
                return question.of(searcher.getIndexReader());
            } finally {
                generation.release(searcher);
            }
        });
    }

    <T> T read(Reading<T> reading) {
        while (true) {
            Generation generation = present;
            try {
                return reading.from(generation);
            } catch (AlreadyClosedException closed) {
                if (generation == present) {
                    throw unusable("has been closed", closed);
                }
                // Switched away from under this reader: the next round meets the new generation.
            } catch (CorruptIndexException damage) {
                corrupt = true;
                throw unusable("is damaged", damage);
            } catch (IOException failure) {
                throw unusable("cannot be read", failure);
            }
        }
    }

    void write(Writing writing) {
        switching.readLock().lock();
        try {
            writing.on(present);
        } catch (IOException | AlreadyClosedException failure) {
            throw unusable("cannot be written", failure);
        } finally {
            switching.readLock().unlock();
        }
    }

    /// Lets `next` serve from now on, here and after a restart.
    void switchTo(Generation next) throws IOException {
        switching.writeLock().lock();
        try {
            Generation before = present;
            folder.pointTo(next.path());
            present = next;
            corrupt = false;
            Closing.discard(before);
        } finally {
            switching.writeLock().unlock();
        }
    }

    void close() {
        switching.writeLock().lock();
        try (folder) {
            present.close();
        } catch (IOException | AlreadyClosedException failure) {
            throw unusable("could not write its last changes; they will be read again from the database", failure);
        } finally {
            switching.writeLock().unlock();
        }
    }

    IndexUnusable unusable(String what, Throwable cause) {
        return new IndexUnusable(folder.root(), what + ": " + cause.getMessage(), cause);
    }

    @FunctionalInterface
    interface Question<T> {
        T of(IndexReader reader) throws IOException;
    }

    @FunctionalInterface
    interface Reopening {
        Generation of(Path generation) throws IOException;
    }

    @FunctionalInterface
    interface Reading<T> {
        T from(Generation generation) throws IOException;
    }

    @FunctionalInterface
    interface Writing {
        void on(Generation generation) throws IOException;
    }
}
