package org.gazouillis.intake;

/// Where a bulk run stands. Work that a crash interrupted stays as it is and is taken up again.
public enum BulkState {
    /// The file is being read, and its rows looked at.
    READING,
    /// Every row is looked at once more, because something was said about the whole file.
    CHECKING,
    /// Waits for a person: nothing is planned yet.
    READY,
    /// Posts are being written.
    PLANNING,
    /// Written; wrong rows that were left out can still be mended and planned.
    DONE,
    /// What had not gone out was cancelled.
    UNDONE,
    /// The file as a whole could not be read.
    FAILED;

    /// Whether rows may be mended and planned.
    public boolean isOpen() {
        return this == READY || this == DONE;
    }

    /// Whether the server works on it.
    public boolean isBusy() {
        return this == READING || this == CHECKING || this == PLANNING;
    }
}
