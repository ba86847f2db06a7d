package org.gazouillis.web.dashboard;

import java.util.Objects;
import org.gazouillis.dashboard.SavedView;
import org.gazouillis.dashboard.ViewIdea;
import org.jspecify.annotations.Nullable;

/// A view to be saved, or what is to change in one.
///
/// @param name at most 80 characters
/// @param state what stands behind the address of the page; nonsense in it becomes what a newcomer sees
/// @param shared whether the brand's other members shall see it
public record ViewIdeaJson(
        @Nullable String name,
        @Nullable String state,
        @Nullable Boolean shared) {
    ViewIdea idea(String brand) {
        return new ViewIdea(
                Objects.requireNonNullElse(name, ""),
                state(brand, Objects.requireNonNullElse(state, "")),
                Boolean.TRUE.equals(shared));
    }

    /// What is missing stays as it is.
    ViewIdea over(String brand, SavedView now) {
        return new ViewIdea(
                Objects.requireNonNullElse(name, now.name()),
                state == null ? now.state() : state(brand, state),
                Objects.requireNonNullElse(shared, now.shared()));
    }

    /// Only what the page would show is kept.
    private static String state(String brand, String text) {
        return ExploreAddress.parse(text, brand).state();
    }
}
