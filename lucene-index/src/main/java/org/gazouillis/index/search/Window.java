package org.gazouillis.index.search;

/// The documents of a segment that a search may look at, the end excluded.
record Window(int from, int to) {

    boolean isWhole(int documents) {
        return from == 0 && to == documents;
    }

    boolean isEmpty() {
        return from >= to;
    }
}
