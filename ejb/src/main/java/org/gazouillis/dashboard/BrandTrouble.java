package org.gazouillis.dashboard;

/// What of a brand needs somebody, counted.
///
/// @param posts    failed, missed, held back, waiting for approval
/// @param ended    accounts that nothing can be sent to: paused, or our access to them has ended
/// @param ending   accounts to which our access ends within two weeks
/// @param stops    crisis stops that stand over the brand, one of its campaigns or the whole workspace
/// @param quiet    quiet periods that lie over this moment
/// @param alerts   notices of the member's alerts on searches of this brand, unread
public record BrandTrouble(BrandOverview.Attention posts, int ended, int ending, int stops, int quiet, int alerts) {
    /// What has gone wrong or goes wrong at this moment.
    public int grave() {
        return posts.trouble() + ended + stops;
    }

    /// What waits for somebody, or will go wrong.
    public int waiting() {
        return posts.waiting() + ending + quiet + alerts;
    }
}
