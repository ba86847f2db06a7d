package org.gazouillis.dashboard;

import org.jspecify.annotations.Nullable;

/// How far a flash came among some people: the followers it was delivered to, or those on a list.
///
/// @param people       how many they are
/// @param delivered    of them, who followed the account when the flash went out
/// @param saw          of them, who had a counted view of it within [FlashReceipt#WATCHED]; null when nobody knows
///     any more
/// @param opened       of them, who opened something from it within that time; null likewise
/// @param acknowledged of them, who say now that they have read it
public record Coverage(
        long people,
        long delivered,
        @Nullable Long saw,
        @Nullable Long opened,
        long acknowledged) {
    static final Coverage NOBODY = new Coverage(0, 0, 0L, 0L, 0);

    /// When the events are gone that told who saw and opened it.
    Coverage unwatched() {
        return new Coverage(people, delivered, null, null, acknowledged);
    }
}
