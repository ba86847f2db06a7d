package org.gazouillis.report;

/// Why an export in the background failed.
public enum ExportFailure {
    /// Who asked for it may not take the brand's figures out any more.
    MAKER,
    /// What the search asks for is not there any more, or takes too long by now.
    QUERY,
    /// No room is left in the server's data folder.
    DISK_FULL,
    /// The data folder could not be written or read.
    DISK,
    /// The work stopped again and again without getting on.
    BROKEN
}
