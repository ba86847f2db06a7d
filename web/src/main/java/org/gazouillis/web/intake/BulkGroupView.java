package org.gazouillis.web.intake;

import org.gazouillis.intake.BulkFaultGroup;
import org.gazouillis.intake.BulkRule;
import org.gazouillis.web.i18n.Messages;

/// The same fault in many rows, and the one field with which the page mends it.
///
/// @param kind  `dates`, `account`, `campaign`, or empty where each row must be mended by itself
/// @param words "37 rows: the account “nrod” is unknown."
public record BulkGroupView(String id, String kind, String column, String value, String words) {
    static BulkGroupView of(int number, BulkFaultGroup group, Messages texts) {
        return new BulkGroupView(
                "group-" + number,
                kind(group.rule()),
                group.column(),
                group.value(),
                texts.text(
                        "bulk.group." + (group.value().isEmpty() ? "many" : "one"),
                        group.rows(),
                        texts.text("bulk.name." + group.rule().key()),
                        group.value()));
    }

    private static String kind(BulkRule rule) {
        return switch (rule) {
            case DATE_AMBIGUOUS, DATE_CONTRADICTORY, DATE_UNREADABLE -> "dates";
            case ACCOUNT_UNKNOWN, ACCOUNT_AMBIGUOUS, ACCOUNT_REFUSED -> "account";
            case CAMPAIGN_UNKNOWN -> "campaign";
            default -> "";
        };
    }
}
