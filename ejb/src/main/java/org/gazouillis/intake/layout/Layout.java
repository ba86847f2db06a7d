package org.gazouillis.intake.layout;

import org.gazouillis.intake.ForeignStatus;
import org.gazouillis.intake.file.ForeignRow;

/// Reads the rows of one kind of file.
public sealed interface Layout permits XActivity, XContent, Mapped {
    /// @throws RowRefused when the row is no status
    ForeignStatus read(ForeignRow row);
}
