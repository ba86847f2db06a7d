package org.gazouillis.web.engage;

import org.gazouillis.engage.ViewReceipt;

/// How many views or openings were stored and count, and how many do not: unknown or nobody's statuses, repetitions
/// (of a view within half an hour, of an opening within ten seconds), an account's own, declared robots and browsers
/// that fetch ahead.
public record ViewReceiptJson(int accepted, int ignored) {
    /// @param reported how many came, also those that could not be read
    static ViewReceiptJson of(ViewReceipt receipt, int reported) {
        return new ViewReceiptJson(receipt.accepted(), reported - receipt.accepted());
    }
}
