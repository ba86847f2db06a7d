package org.gazouillis.web.intake;

import java.util.List;

/// A cell as the page lets it be mended.
///
/// @param id     of the field
/// @param column header name
/// @param text   what stands there
/// @param wrong  whether a fault of it is an error
/// @param longText whether it is a text of several lines
/// @param told   its faults in the reader's words
public record BulkCell(String id, String column, String text, boolean wrong, boolean longText, List<Told> told) {
    public BulkCell {
        told = List.copyOf(told);
    }

    /// @param error whether the row cannot be planned like this
    public record Told(boolean error, String words) {}

    /// `aria-describedby` of the field; empty when there is nothing to describe.
    public String getDescribedBy() {
        return told.isEmpty() ? "" : id + "-told";
    }
}
