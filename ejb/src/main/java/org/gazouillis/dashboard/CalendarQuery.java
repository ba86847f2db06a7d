package org.gazouillis.dashboard;

import java.util.List;
import java.util.Set;
import org.gazouillis.compose.PostState;
import org.gazouillis.kernel.AccountId;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.CampaignId;
import org.gazouillis.kernel.MemberId;
import org.jspecify.annotations.Nullable;

/// Which posts a calendar shows. Null and the empty text mean: whichever.
///
/// @param brands all of them visible to the member
/// @param words  a part of the text, in any case
public record CalendarQuery(
        List<BrandId> brands,
        Set<PostState> states,
        @Nullable AccountId account,
        @Nullable CampaignId campaign,
        @Nullable MemberId author,
        String words) {
    public CalendarQuery {
        brands = List.copyOf(brands);
        states = Set.copyOf(states);
    }

    /// The words as a pattern of SQL's `ilike` that means nothing but themselves.
    String pattern() {
        return "%" + words.replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }
}
