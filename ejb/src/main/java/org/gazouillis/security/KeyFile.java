package org.gazouillis.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;

/// `secrets/token-keys` in the data folder: a key in Base64 on each line, the one in use first. To change keys, put a
/// new line on top (`openssl rand -base64 32`) and start again: secrets are locked anew, then the old line may go.
record KeyFile(Path path) {
    private static final int LENGTH = 32;

    /// None when there is no file.
    Keys read() {
        if (!Files.exists(path)) {
            return Keys.NONE;
        }
        try {
            List<Keys.Key> keys = Files.readAllLines(path, StandardCharsets.UTF_8).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(this::key)
                    .toList();
            return new Keys(keys);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The keys in " + path + " cannot be read.", unreadable);
        }
    }

    /// Writes a first key, unless another node was faster.
    void create(byte[] key) {
        try {
            Path folder = path.toAbsolutePath().getParent();
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            Path draft = Files.createTempFile(
                    folder,
                    ".key",
                    "",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try {
                Files.write(draft, List.of(Base64.getEncoder().encodeToString(key)), StandardOpenOption.SYNC);
                Files.createLink(path, draft);
            } finally {
                Files.delete(draft);
            }
        } catch (FileAlreadyExistsException fasterNode) {
            // Its key is the one.
        } catch (IOException refused) {
            throw new UncheckedIOException("The key in " + path + " cannot be written.", refused);
        }
    }

    private Keys.Key key(String line) {
        try {
            byte[] bytes = Base64.getDecoder().decode(line);
            if (bytes.length == LENGTH) {
                return new Keys.Key(bytes);
            }
        } catch (IllegalArgumentException noBase64) {
            // Said below, without the line.
        }
        throw new IllegalStateException("A line of " + path + " is no key: 32 bytes in Base64 are.");
    }
}
