package org.gazouillis.web.schedule;

import java.util.List;

/// The findings of one kind, in words.
///
/// @param mend what to do about them
/// @param more "and 12 more"; empty when all are shown
public record FindingGroup(String kind, String title, String mend, List<Row> rows, String more) {
    public FindingGroup {
        rows = List.copyOf(rows);
    }

    /// @param link where the post is changed
    /// @param day  the calendar's day of it
    public record Row(String post, String at, String when, String sentence, String text, String link, String day) {}
}
