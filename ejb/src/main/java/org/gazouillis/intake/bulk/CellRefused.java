package org.gazouillis.intake.bulk;

import org.gazouillis.intake.BulkFault;
import org.gazouillis.intake.BulkRule;

/// A cell that cannot be read; it carries no stack, for a file may hold ten thousand of them.
final class CellRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient BulkFault fault;

    CellRefused(String column, String value, BulkRule rule, String reason, Object... words) {
        super(reason, null, false, false);
        fault = BulkFault.error(column, value, rule, reason, words);
    }

    BulkFault fault() {
        return fault;
    }
}
