package org.gazouillis.index.search;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import org.gazouillis.index.CursorNotUnderstood;
import org.gazouillis.index.SearchRequest;
import org.gazouillis.index.Sort;

/// Where a page ended: the keys of its last hit, so that the next page is found without counting through those before
/// it, and stays right while statuses come and go.
///
/// @param ordered false when this hit came after all those that were ordered by relevance, newest first
/// @param last the last hit; its document number is not kept
/// @param total as counted on the first page
/// @param ranking the number of the order it stood in, see [Rankings]; 0 when it needs none
public record Cursor(Sort sort, boolean ordered, Found last, long total, boolean totalIsExact, long ranking) {

    private static final int SIZE = 3 + 5 * Long.BYTES;

    /// The cursor of a request, if it has one.
    ///
    /// @throws CursorNotUnderstood when it was not made here, or for another order
    public static Optional<Cursor> of(SearchRequest request) {
        String text = request.cursor();
        if (text == null) {
            return Optional.empty();
        }
        Cursor cursor = read(text);
        if (cursor.sort != request.sort()) {
            throw new CursorNotUnderstood();
        }
        return Optional.of(cursor);
    }

    private static Cursor read(String text) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            if (bytes.remaining() != SIZE || bytes.get(0) >= Sort.values().length || bytes.get(0) < 0) {
                throw new CursorNotUnderstood();
            }
            Sort sort = Sort.values()[bytes.get()];
            boolean ordered = bytes.get() == 1;
            boolean exact = bytes.get() == 1;
            var last = new Found(-1, bytes.getLong(), bytes.getLong(), bytes.getLong());
            return new Cursor(sort, ordered, last, bytes.getLong(), exact, bytes.getLong());
        } catch (IllegalArgumentException notBase64) {
            var fact = new CursorNotUnderstood();
            fact.initCause(notBase64);
            throw fact;
        }
    }

    String text() {
        ByteBuffer bytes = ByteBuffer.allocate(SIZE)
                .put((byte) sort.ordinal())
                .put((byte) (ordered ? 1 : 0))
                .put((byte) (totalIsExact ? 1 : 0))
                .putLong(last.key())
                .putLong(last.created())
                .putLong(last.id())
                .putLong(total)
                .putLong(ranking);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }
}
