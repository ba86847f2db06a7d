package org.gazouillis.microblog;

/// A list that cannot be so; the message says why and how to mend it.
public final class ListRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private ListRefused(String message) {
        super(message);
    }

    static ListRefused title() {
        return new ListRefused("Give the list a title of 1 to " + Lists.LONGEST_TITLE + " characters.");
    }

    static ListRefused tooMany() {
        return new ListRefused(
                "There are " + Lists.MOST + " lists already, as many as there can be. Delete one first.");
    }

    static ListRefused full(ProfileList list) {
        return new ListRefused("The list \"" + list.title() + "\" can hold " + Lists.MOST_MEMBERS
                + " profiles, and has " + list.members() + ". Take some off first, or begin another list.");
    }
}
