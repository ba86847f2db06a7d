package org.gazouillis.dashboard;

/// A campaign's posts by what became of them.
///
/// @param drafts drafts and approved ones without being planned
/// @param waiting for approval
/// @param planned that go out by themselves
/// @param trouble held, missed or failed
public record PostCounts(int drafts, int waiting, int planned, int published, int trouble, int cancelled) {
    static final PostCounts NONE = new PostCounts(0, 0, 0, 0, 0, 0);

    /// All but the cancelled ones.
    public int all() {
        return drafts + waiting + planned + published + trouble;
    }
}
