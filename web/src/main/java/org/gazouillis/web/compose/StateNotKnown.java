package org.gazouillis.web.compose;

import java.util.Arrays;
import org.gazouillis.compose.PostState;

/// A list was asked for posts in a state that does not exist.
public final class StateNotKnown extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StateNotKnown(String name) {
        super("There is no state \"" + name + "\". The states are " + Arrays.toString(PostState.values()) + ".");
    }
}
