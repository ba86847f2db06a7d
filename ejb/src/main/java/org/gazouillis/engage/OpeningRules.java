package org.gazouillis.engage;

import java.time.Duration;

/// What counts as an opening, in one place. Whoever changes a number raises the version, which is printed with the
/// measure.
///
/// - The reader's page reports the click, or the key, that opened the author's profile, a hashtag, the status with its
///   answers or an image from a card. A card that is shown with its answers does not open them again.
/// - The same person, status and kind count at most once per [#ONCE_PER]; an opening dated before the last counted one
///   of those does not count. A repost's card counts for the original.
/// - Without a time, or with one to come, it is of now; one older than [ViewRules#OLDEST] does not count, so that a
///   report that is sent again however late never counts twice.
/// - An account's own openings of its own statuses do not count. Programs and browsers that fetch ahead are known as in
///   [ViewRules], and counted apart.
/// - A follow counts for a status when the profile was opened from it, or its button stood beside it. Who stops
///   following takes it back.
public final class OpeningRules {
    public static final int VERSION = 1;
    /// data.md section 4.
    public static final Duration ONCE_PER = Duration.ofSeconds(10);

    private OpeningRules() {}
}
