package org.gazouillis.index.write;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.util.IOUtils;
import org.gazouillis.index.document.Fields;

/// The folder of all generations:
/// ```
/// current         the name of the generation that serves
/// v1-0000001      a generation: layout 1, number 1
/// damaged-…       the last one that had to be moved aside, for whoever wants to look into it
/// write.lock      held by the process that uses the folder
/// ```
/// Switching is the renaming of one small file, hence whole or not at all.
public final class IndexFolder implements AutoCloseable {

    private static final String CURRENT = "current";
    private static final String LOCK = "write.lock";
    private static final String DAMAGED = "damaged-";
    private static final Pattern GENERATION = Pattern.compile("v\\d+-\\d{7,}");

    private final Path root;
    private Lock lock;

    /// Never the same twice in one process: a generation whose files were deleted still holds the lock of its name.
    private int number;

    private IndexFolder(Path root, Lock lock) {
        this.root = root;
        this.lock = lock;
    }

    /// @throws org.apache.lucene.store.LockObtainFailedException when a process, this one included, holds the folder
    public static IndexFolder open(Path root) throws IOException {
        return new IndexFolder(root, obtain(root));
    }

    private static Lock obtain(Path root) throws IOException {
        Files.createDirectories(root);
        try (FSDirectory directory = FSDirectory.open(root)) {
            return directory.obtainLock(LOCK);
        }
    }

    /// The generation that served last, if it is of this layout and still there.
    public Optional<Path> current() throws IOException {
        try {
            String name = Files.readString(root.resolve(CURRENT)).strip();
            Path path = root.resolve(name);
            boolean ours = GENERATION.matcher(name).matches() && name.startsWith("v" + Fields.LAYOUT + "-");
            return ours && Files.isDirectory(path) ? Optional.of(path) : Optional.empty();
        } catch (NoSuchFileException never) {
            return Optional.empty();
        }
    }

    /// An empty folder for the next generation. If someone has deleted the whole folder meanwhile, it is made and
    /// locked again.
    public synchronized Path fresh() throws IOException {
        if (!Files.exists(root.resolve(LOCK))) {
            lock.close();
            lock = obtain(root);
        }
        Path path;
        do {
            path = root.resolve(String.format(Locale.ROOT, "v%d-%07d", Fields.LAYOUT, ++number));
        } while (Files.exists(path));
        return Files.createDirectory(path);
    }

    /// Lets `generation` serve from the next start on.
    public void pointTo(Path generation) throws IOException {
        Path draft = root.resolve(CURRENT + ".new");
        Files.writeString(draft, generation.getFileName() + "\n");
        IOUtils.fsync(draft, false);
        Files.move(draft, root.resolve(CURRENT), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        IOUtils.fsync(root, true);
    }

    /// Moves a damaged generation out of the way; an older damaged one goes for good.
    ///
    /// @return where it lies now
    public Path setAside(Path generation) throws IOException {
        for (Path old : entries()) {
            if (old.getFileName().toString().startsWith(DAMAGED)) {
                IOUtils.rm(old);
            }
        }
        Path aside = root.resolve(DAMAGED + generation.getFileName());
        return Files.move(generation, aside);
    }

    /// Deletes generations that do not serve: rebuilds that were never finished, and other layouts.
    public void sweep(Path serving) throws IOException {
        for (Path path : entries()) {
            if (GENERATION.matcher(path.getFileName().toString()).matches() && !path.equals(serving)) {
                IOUtils.rm(path);
            }
        }
    }

    private List<Path> entries() throws IOException {
        try (Stream<Path> entries = Files.list(root)) {
            return entries.toList();
        }
    }

    public Path root() {
        return root;
    }

    @Override
    public synchronized void close() throws IOException {
        lock.close();
    }
}
