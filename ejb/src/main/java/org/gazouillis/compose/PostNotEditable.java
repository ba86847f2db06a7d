package org.gazouillis.compose;

import org.gazouillis.kernel.PostId;

/// The post is out, or a publisher has just taken it, or somebody changed it meanwhile.
public final class PostNotEditable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private PostNotEditable(String message) {
        super(message);
    }

    public PostNotEditable(PostId post, PostState state, PostState wanted) {
        this("Post " + post + " is " + state + " and "
                + (state == wanted ? "can no longer be changed. " : "cannot become " + wanted + ". ")
                + (state == PostState.PUBLISHED
                        ? "It is on the timeline; delete the status there and write a new post."
                        : "Read it again and decide anew."));
    }

    static PostNotEditable changedMeanwhile(PostId post) {
        return new PostNotEditable("Post " + post + " was changed or moved by somebody else meanwhile."
                + " Read it again and repeat your change.");
    }

    static PostNotEditable changedMeanwhile(PostId post, int expected, int actual) {
        return new PostNotEditable("Post " + post + " was changed meanwhile: you edited revision " + expected
                + ", it is at " + actual + ". Read it again and repeat your change.");
    }
}
