package org.gazouillis.microblog;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.gazouillis.kernel.StatusId;
import org.jdbi.v3.core.Handle;

/// That a status has a second text, and for whom: it is shown to those whose number is below the share. The number
/// comes from a secret key and the reader, so it is always the same for the same reader, needs no row, and cannot be
/// guessed. `shows_second` in the database says the same.
///
/// @param share of all readers, between 0 and 1
public record SecondText(byte[] key, double share) {
    private static final int UNUSED_BITS = 11;
    private static final double STEP = 0x1p-53;

    public boolean isFor(ReaderKey reader) {
        return !reader.name().isEmpty() && number(reader) < share;
    }

    /// Evenly spread from 0 to 1: the first 53 bits of SHA-256.
    private double number(ReaderKey reader) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(key);
            byte[] hash = digest.digest(reader.name().getBytes(StandardCharsets.UTF_8));
            return (ByteBuffer.wrap(hash).getLong() >>> UNUSED_BITS) * STEP;
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /// Of those of these statuses that have one now.
    public static Map<StatusId, SecondText> of(Handle handle, Collection<StatusId> statuses) {
        return handle
                .createQuery("select status_id, key, share from status_variant where status_id = any (:statuses)")
                .bind("statuses", statuses.stream().map(StatusId::value).toArray(Long[]::new))
                .map((row, context) ->
                        Map.entry(new StatusId(row.getLong(1)), new SecondText(row.getBytes(2), row.getDouble(3))))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
