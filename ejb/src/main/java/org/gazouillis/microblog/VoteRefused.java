package org.gazouillis.microblog;

/// A vote that is not counted; the message says why.
public final class VoteRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private VoteRefused(String message) {
        super(message);
    }

    static VoteRefused ended() {
        return new VoteRefused("The poll has ended. Its results stay to be read.");
    }

    static VoteRefused own() {
        return new VoteRefused("You cannot vote in your own poll.");
    }

    static VoteRefused again() {
        return new VoteRefused("You have voted in this poll already. A vote cannot be changed.");
    }

    static VoteRefused choice(int options) {
        return new VoteRefused("Choose from the options 0 to " + (options - 1) + " of the poll.");
    }

    static VoteRefused several() {
        return new VoteRefused("One option of this poll can be chosen. Choose one.");
    }
}
