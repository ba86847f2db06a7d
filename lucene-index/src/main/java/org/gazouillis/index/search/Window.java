package org.gazouillis.index.search;

/// The documents of a segment that a search may look at, the end excluded.
record Window(int from, int to) {

    boolean isEmpty() {
        return from >= to;
    }
}
