package org.gazouillis.timeline;

import org.gazouillis.kernel.ListId;
import org.gazouillis.kernel.ProfileId;

/// What an open reader wants to hear of.
public sealed interface LiveTopic {
    /// Everybody's own statuses, as in the public timeline.
    record Everyone() implements LiveTopic {}

    /// What belongs into one profile's home.
    record Home(ProfileId viewer) implements LiveTopic {}

    /// What those on a list wrote.
    ///
    /// @param owner whom they may answer, too
    record Members(ListId list, ProfileId owner) implements LiveTopic {}

    /// Statuses with one hashtag.
    ///
    /// @param tag folded, without `#`
    record Hashtag(String tag) implements LiveTopic {}
}
