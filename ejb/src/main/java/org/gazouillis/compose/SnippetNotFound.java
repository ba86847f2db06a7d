package org.gazouillis.compose;

import org.gazouillis.kernel.SnippetId;

/// The member sees no such template, snippet or variable.
public final class SnippetNotFound extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SnippetNotFound(SnippetId snippet) {
        super("There is no template, snippet or variable " + snippet + ". List the brand's to see which there are.");
    }
}
