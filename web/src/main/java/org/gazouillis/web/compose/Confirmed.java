package org.gazouillis.web.compose;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.gazouillis.compose.Check;
import org.jspecify.annotations.Nullable;

/// The codes of warnings that somebody sent back as read.
final class Confirmed {
    private Confirmed() {}

    /// Null stays null: whoever does not speak of warnings is not asked to confirm any. Unknown codes confirm
    /// nothing.
    static @Nullable Set<Check.Code> of(@Nullable Collection<String> codes) {
        if (codes == null) {
            return null;
        }
        Set<Check.Code> confirmed = EnumSet.noneOf(Check.Code.class);
        for (Check.Code code : Check.Code.values()) {
            if (codes.stream().anyMatch(each -> each.toUpperCase(Locale.ROOT).equals(code.name()))) {
                confirmed.add(code);
            }
        }
        return confirmed;
    }
}
