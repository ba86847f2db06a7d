package org.gazouillis.kernel;

/// Names a template, a snippet or a variable.
public record SnippetId(long value) implements TypedId {
    public static SnippetId parse(String text) {
        return new SnippetId(TimeOrderedIds.parse(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
