package org.gazouillis.web.microblog;

import jakarta.json.bind.annotation.JsonbProperty;
import org.gazouillis.microblog.ProfileList;

/// Mastodon's `List`. Two of its wishes cannot be set here, so every list has what they are without being set.
///
/// @param repliesPolicy always `list`: answers are shown when they are to somebody on it
/// @param exclusive always false: what stands on a list stays in the home, too
public record ProfileListJson(
        String id,
        String title,
        @JsonbProperty("replies_policy") String repliesPolicy,
        boolean exclusive) {

    static ProfileListJson of(ProfileList list) {
        return new ProfileListJson(list.id().toString(), list.title(), "list", false);
    }
}
