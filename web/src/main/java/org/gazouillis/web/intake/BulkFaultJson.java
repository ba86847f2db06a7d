package org.gazouillis.web.intake;

import org.gazouillis.intake.BulkFault;

/// Something wrong with a cell, or worth knowing.
///
/// @param column   header name; empty when it is about the whole row
/// @param rule     `too-long`, `date-ambiguous` …
/// @param severity `error`: the row cannot be planned like this; `warning`: somebody should look
/// @param mend     how to mend it
public record BulkFaultJson(String column, String value, String rule, String severity, String reason, String mend) {
    static BulkFaultJson of(BulkFault fault) {
        return new BulkFaultJson(
                fault.column(),
                fault.value(),
                fault.rule().key(),
                fault.error() ? "error" : "warning",
                fault.reason(),
                fault.rule().mend());
    }
}
