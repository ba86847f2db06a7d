package org.gazouillis.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.Base64;

import static java.nio.file.attribute.PosixFilePermissions.asFileAttribute;
import static java.nio.file.attribute.PosixFilePermissions.fromString;

/// Random passwords of one data folder: one file per name, readable by its owner alone, made when first asked for.
public final class Secrets {
    private static final int RANDOM_BYTES = 24;

    private final Path folder;
    private final SecureRandom random = new SecureRandom();

    public Secrets(Path folder) {
        this.folder = folder;
    }

    /// The password called `name`: 32 characters out of `A-Z a-z 0-9 - _`, the same at every call.
    public String password(String name) {
        try {
            Path file = folder.resolve(name);
            if (!Files.exists(file)) {
                write(file, fresh());
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read or write the secret " + folder.resolve(name), e);
        }
    }

    /// Writes a file that only its owner can read, in one move, so that a crash leaves the old one or the new one.
    public static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent(), asFileAttribute(fromString("rwx------")));
        Path draft = Files.createTempFile(
                file.getParent(), ".", file.getFileName().toString(), asFileAttribute(fromString("rw-------")));
        Files.writeString(draft, text + "\n");
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private String fresh() {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
