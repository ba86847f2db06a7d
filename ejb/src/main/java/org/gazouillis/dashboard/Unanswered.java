package org.gazouillis.dashboard;

import java.util.List;
import org.gazouillis.kernel.ProfileId;

/// Who has not acknowledged a flash yet, by handle.
///
/// @param named the first [#MOST], for those who administer the brand; nobody for others
/// @param more  how many there are beside them
public record Unanswered(List<Person> named, long more) {
    public static final int MOST = 100;

    public Unanswered {
        named = List.copyOf(named);
    }

    /// @param delivered whether they followed the account when the flash went out
    public record Person(ProfileId id, String handle, String name, boolean delivered) {}
}
