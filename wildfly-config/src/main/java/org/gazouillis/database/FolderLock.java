package org.gazouillis.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Holds a folder for one living process. The operating system lets go of it when the process ends, however it ends.
public final class FolderLock implements AutoCloseable {
    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /// Takes the folder, creating it if need be.
    ///
    /// @throws DatabaseUnavailable when another living process holds it
    public static FolderLock on(Path folder) throws IOException {
        Files.createDirectories(folder);
        FileChannel channel = open(folder);
        if (!taken(channel)) {
            channel.close();
            throw new DatabaseUnavailable(folder + " is in use by another running Gazouillis. Stop that one first,"
                    + " or choose another folder with --data.");
        }
        return new FolderLock(channel);
    }

    /// Takes the folder as soon as no other process holds it.
    static FolderLock waitingOn(Path folder) throws IOException {
        FileChannel channel = open(folder);
        channel.lock();
        return new FolderLock(channel);
    }

    private static FileChannel open(Path folder) throws IOException {
        return FileChannel.open(folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private static boolean taken(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
