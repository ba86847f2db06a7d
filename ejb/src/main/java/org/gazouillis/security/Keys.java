package org.gazouillis.security;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The keys of the house: the first locks, all unlock. A key's id is the beginning of its own SHA-256, so that a
/// wrong key cannot bear a right one's name.
record Keys(List<Key> all) {
    static final int ID = 8;
    static final Keys NONE = new Keys(List.of());

    boolean isEmpty() {
        return all.isEmpty();
    }

    Key current() {
        if (all.isEmpty()) {
            throw new NoSuchElementException("Secrets cannot be kept now: the key is not there.");
        }
        return all.getFirst();
    }

    Optional<Key> find(byte[] id) {
        return all.stream().filter(key -> Arrays.equals(key.idBytes(), id)).findFirst();
    }

    Set<String> missing(Set<String> used) {
        Set<String> missing = new TreeSet<>(used);
        missing.removeAll(all.stream().map(Key::id).collect(Collectors.toSet()));
        return missing;
    }

    /// Thirty-two random bytes.
    record Key(byte[] bytes) {
        String id() {
            return HexFormat.of().formatHex(idBytes());
        }

        byte[] idBytes() {
            try {
                return Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(bytes), ID);
            } catch (NoSuchAlgorithmException everyJavaHasIt) {
                throw new IllegalStateException(everyJavaHasIt);
            }
        }

        @Override
        public String toString() {
            return "key " + id();
        }
    }
}
