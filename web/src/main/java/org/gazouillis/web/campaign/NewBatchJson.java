package org.gazouillis.web.campaign;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.gazouillis.compose.PostState;
import org.gazouillis.kernel.AccountId;
import org.gazouillis.schedule.PostChoice;
import org.gazouillis.schedule.Shift;
import org.gazouillis.schedule.ShiftNotPlausible;
import org.jspecify.annotations.Nullable;

/// Which posts of a campaign are to be moved or cancelled together.
///
/// @param kind `move` or `cancel`
/// @param days for a move: by so many days of the wall clock, or
/// @param minutes by so many minutes that pass
/// @param states some of `DRAFT`, `IN_REVIEW`, `APPROVED`, `SCHEDULED`; all of them when missing
/// @param from only posts from this local day on
/// @param to only posts until this local day
/// @param account only posts on this account
public record NewBatchJson(
        @Nullable String kind,
        @Nullable Integer days,
        @Nullable Integer minutes,
        @Nullable List<String> states,
        @Nullable String from,
        @Nullable String to,
        @Nullable String account) {
    boolean isMove() {
        if ("move".equals(kind)) {
            return true;
        }
        if ("cancel".equals(kind)) {
            return false;
        }
        throw new ShiftNotPlausible("\"kind\" is \"move\" or \"cancel\".");
    }

    Shift shift() {
        return new Shift(days == null ? 0 : days, minutes == null ? 0 : minutes);
    }

    PostChoice choice() {
        Set<PostState> wanted = EnumSet.noneOf(PostState.class);
        for (String state : states == null ? List.<String>of() : states) {
            wanted.add(named(state));
        }
        return new PostChoice(
                wanted,
                from == null ? null : LocalDate.parse(from),
                to == null ? null : LocalDate.parse(to),
                account == null ? null : AccountId.parse(account));
    }

    private static PostState named(String state) {
        return PostChoice.OPEN.stream()
                .filter(each -> each.name().equals(state.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new ShiftNotPlausible("Posts in the state \"" + state
                        + "\" are not moved or cancelled together. Choose among " + PostChoice.OPEN + "."));
    }
}
