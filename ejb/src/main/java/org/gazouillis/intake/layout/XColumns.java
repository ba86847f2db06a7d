package org.gazouillis.intake.layout;

import java.util.List;
import java.util.Map;
import org.gazouillis.intake.Figure;
import org.jspecify.annotations.Nullable;

/// What a generation of X's files calls its columns.
///
/// @param noun     what it calls a status
/// @param rates    columns that hold fractions, checked and not kept
/// @param promoted begins the names of the columns of paid distribution; null when there are none
record XColumns(
        String id,
        String link,
        String text,
        String time,
        String noun,
        List<String> rates,
        Map<String, Figure> counts,
        @Nullable String promoted) {}
