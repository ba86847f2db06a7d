package org.gazouillis.web.intake;

import org.gazouillis.kernel.ImportId;

/// Where an import is found in the API.
final class ImportAddress {
    private ImportAddress() {}

    static String of(ImportId id) {
        return "/api/desk/v1/imports/" + id;
    }

    /// Its refused rows as CSV.
    static String errors(ImportId id) {
        return of(id) + "/errors.csv";
    }
}
