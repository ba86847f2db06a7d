package org.gazouillis.microblog;

import org.gazouillis.network.PostText;

/// The text is empty or longer than the timeline takes.
public final class StatusTextRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private StatusTextRefused(String message) {
        super(message);
    }

    /// @throws StatusTextRefused unless the normalised text counts 1 to 140
    static void unlessFits(String text) {
        int length = PostText.length(text);
        if (length == 0) {
            throw new StatusTextRefused("The status has no text. Write 1 to " + PostText.LIMIT + " characters.");
        }
        if (length > PostText.LIMIT) {
            throw new StatusTextRefused("The status counts " + length + " characters, " + (length - PostText.LIMIT)
                    + " more than the " + PostText.LIMIT + " allowed (a link counts " + PostText.URL_LENGTH
                    + "). Shorten it.");
        }
    }
}
