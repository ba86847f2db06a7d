package org.gazouillis.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/// The programs of PostgreSQL (`postgres`, `initdb`, `pg_ctl`), unpacked from the class path into a folder.
record PostgresBinaries(Path folder) {
    private static final String ARCHIVE = "/postgres-linux-x86_64.txz";

    /// Unpacks them into `folder` unless they are there already. Whoever may read the folder may run them.
    static PostgresBinaries in(Path folder) throws IOException {
        if (!Files.exists(folder.resolve("bin/postgres"))) {
            Files.createDirectories(folder.getParent());
            Path draft = Files.createTempDirectory(folder.getParent(), ".unpacking-");
            unpack(draft);
            Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rwxr-xr-x"));
            settle(draft, folder);
        }
        return new PostgresBinaries(folder);
    }

    Path program(String name) {
        return folder.resolve("bin").resolve(name);
    }

    private static void settle(Path draft, Path folder) throws IOException {
        try {
            Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            Folders.delete(draft);
            if (!Files.exists(folder.resolve("bin/postgres"))) {
                throw e;
            }
        }
    }

    private static void unpack(Path target) throws IOException {
        try (InputStream packed = PostgresBinaries.class.getResourceAsStream(ARCHIVE)) {
            refuseOtherMachines(packed);
            var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)));
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(tar, entry, target.resolve(entry.getName()).normalize());
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path file) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, file);
            boolean runnable = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(runnable ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }

    private static void refuseOtherMachines(@Nullable InputStream packed) {
        String machine = System.getProperty("os.name") + " " + System.getProperty("os.arch");
        if (packed == null || !machine.equals("Linux amd64")) {
            throw new DatabaseUnavailable("The embedded PostgreSQL runs on 64-bit x86 Linux, and this machine is "
                    + machine + ". Name a PostgreSQL of your own with GAZOUILLIS_DB_URL, GAZOUILLIS_DB_USER and"
                    + " GAZOUILLIS_DB_PASSWORD.");
        }
    }
}
