package org.gazouillis.index.search;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import org.apache.lucene.search.FieldDoc;
import org.gazouillis.index.CursorNotUnderstood;
import org.gazouillis.index.SearchRequest;
import org.gazouillis.index.Sort;

/// Where a page ended: the keys of its last hit, so that the next page is found without counting through those before
/// it, and stays
/// right while statuses come and go.
///
/// @param key milliseconds since 1970, or the bits of the score
/// @param total as counted on the first page
/// @param snapshot the searcher whose scores these are, see [org.gazouillis.index.write.Generation]; 0 when the order
/// needs none
public record Cursor(Sort sort, long key, long id, long total, boolean totalIsExact, long snapshot) {

    private static final int SIZE = 2 + 4 * Long.BYTES;

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
            boolean exact = bytes.get() == 1;
            return new Cursor(sort, bytes.getLong(), bytes.getLong(), bytes.getLong(), exact, bytes.getLong());
        } catch (IllegalArgumentException notBase64) {
            var fact = new CursorNotUnderstood();
            fact.initCause(notBase64);
            throw fact;
        }
    }

    String text() {
        ByteBuffer bytes = ByteBuffer.allocate(SIZE)
                .put((byte) sort.ordinal())
                .put((byte) (totalIsExact ? 1 : 0))
                .putLong(key)
                .putLong(id)
                .putLong(total)
                .putLong(snapshot);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /// The hit after which to go on. No document has this number, hence the keys alone decide.
    FieldDoc after() {
        Object first =
                switch (sort) {
                    case NEWEST -> (Object) key;
                    case RELEVANCE -> Float.intBitsToFloat((int) key);
                };
        return new FieldDoc(Integer.MAX_VALUE, Float.NaN, new Object[] {first, id});
    }
}
