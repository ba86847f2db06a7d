package org.gazouillis.dashboard;

import java.util.List;

/// What a calendar can be narrowed to.
public record CalendarChoices(List<Named> campaigns, List<Named> authors) {
    public CalendarChoices {
        campaigns = List.copyOf(campaigns);
        authors = List.copyOf(authors);
    }

    /// Something with an id and a name.
    public record Named(long id, String name) {}
}
