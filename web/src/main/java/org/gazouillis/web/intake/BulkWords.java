package org.gazouillis.web.intake;

import org.gazouillis.intake.BulkFault;
import org.gazouillis.intake.BulkRule;
import org.gazouillis.web.i18n.Messages;

/// What is wrong with a cell, in the reader's language.
final class BulkWords {
    private BulkWords() {}

    /// What is wrong and how to mend it. A line that the reader of files refused, and a check that is new to this
    /// page, keep their English sentence.
    static String of(BulkFault fault, Messages texts) {
        boolean own = fault.rule() == BulkRule.REFUSED || fault.rule() == BulkRule.ROW_BROKEN;
        return own
                ? fault.reason()
                : texts.text("bulk.rule." + fault.rule().key(), fault.words().toArray());
    }
}
