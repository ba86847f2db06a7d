package org.gazouillis.microblog;

/// The owner has a list of this title already, capitals aside.
public final class ListTitleTaken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ListTitleTaken(String title) {
        super("There is a list called \"" + title + "\" already. Choose another title.");
    }
}
