package org.gazouillis.dashboard;

import java.time.Instant;
import org.gazouillis.kernel.PostId;
import org.jspecify.annotations.Nullable;

/// One thing that would go wrong if the plan ran as it stands.
///
/// @param other   the post that it clashes with, where there is one
/// @param at      when the post is due
/// @param subject whom it is about: an account's handle, a campaign, a quiet time, a zone
/// @param detail  what a sentence needs beside: minutes, a number, a date, a local time
public record Finding(
        Kind kind, PostId post, @Nullable PostId other, Instant at, String subject, String detail, String text) {
    /// Kinds of trouble, the gravest first.
    public enum Kind {
        /// The post names no account that is still there.
        NO_ACCOUNT,
        /// Our access to the account ends before the post is due.
        ACCESS_ENDS,
        /// Nobody has approved it yet; `detail` is how many hours are left, negative when its time has passed.
        NOT_APPROVED,
        /// It is held back and will not go out by itself.
        HELD,
        /// It falls into a time in which nothing is to go out.
        QUIET,
        /// The account would have sent more than it bears.
        BUDGET,
        /// Its campaign is over by then, or has not begun.
        OUTSIDE_CAMPAIGN,
        /// Another post goes out on the same account within minutes.
        CLASH,
        /// The same text goes out on the same account within a day.
        SAME_TEXT,
        /// Its local time does not exist: the clocks go forward.
        GAP,
        /// Its local time comes twice: the clocks go back.
        OVERLAP
    }
}
