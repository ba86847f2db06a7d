package org.gazouillis.web.compose;

/// The request says in two ways, or in half a way, when the post is to go out.
public final class PlanNotClear extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PlanNotClear(String message) {
        super(message);
    }
}
