package org.gazouillis.web.intake;

import org.gazouillis.kernel.BulkId;

/// Where a bulk run is found in the API.
final class BulkAddress {
    private BulkAddress() {}

    static String of(BulkId id) {
        return "/api/desk/v1/bulk/" + id;
    }

    /// Its errors as CSV.
    static String errors(BulkId id) {
        return of(id) + "/errors.csv";
    }
}
