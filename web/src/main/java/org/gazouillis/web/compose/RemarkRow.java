package org.gazouillis.web.compose;

import java.util.Set;
import org.gazouillis.compose.Check;
import org.gazouillis.web.i18n.Messages;

/// A warning that the writer must confirm before the post goes out.
///
/// @param ticked `checked` when the writer has confirmed it before, else empty
public record RemarkRow(String code, String words, String ticked) {
    static RemarkRow of(Check check, Set<Check.Code> confirmed, Messages messages) {
        return new RemarkRow(
                check.code().name(),
                RemarkWords.of(check, messages),
                confirmed.contains(check.code()) ? "checked" : "");
    }
}
