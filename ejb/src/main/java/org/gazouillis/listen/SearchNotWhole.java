package org.gazouillis.listen;

/// A file of all that a search finds cannot be made while some may be missing.
public final class SearchNotWhole extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SearchNotWhole() {
        super("The search index is being built, and a file made now would miss some of the posts. Try again in a few"
                + " minutes, or have the file prepared in the background: that waits until the index is whole.");
    }
}
