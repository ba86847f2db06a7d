package org.gazouillis.kernel;

/// Names a workspace.
public record WorkspaceId(long value) implements TypedId {
    public static WorkspaceId parse(String text) {
        return new WorkspaceId(TimeOrderedIds.parse(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
