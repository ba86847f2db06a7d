package org.gazouillis.listen;

/// A search that cannot be answered as asked although its query is well formed: a foreign cursor, or too much work.
/// The message says what to change.
public final class SearchRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SearchRefused(RuntimeException cause) {
        super(cause.getMessage(), cause);
    }
}
