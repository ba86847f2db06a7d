package org.gazouillis.dashboard;

import java.text.Normalizer;

/// A view of Explore to be kept.
///
/// @param state what stands behind the page's address
/// @throws SavedViewRefused when the name or the state will not do
public record ViewIdea(String name, String state, boolean shared) {
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_STATE = 4_000;

    public ViewIdea {
        name = Normalizer.normalize(name, Normalizer.Form.NFC).strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw new SavedViewRefused("name", "Give it a name of 1 to " + LONGEST_NAME + " characters in one line.");
        }
        if (state.length() > LONGEST_STATE || state.chars().anyMatch(Character::isISOControl)) {
            throw new SavedViewRefused("state", "The address of a view has at most " + LONGEST_STATE + " characters.");
        }
    }
}
