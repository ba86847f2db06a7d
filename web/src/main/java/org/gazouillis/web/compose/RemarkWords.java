package org.gazouillis.web.compose;

import java.util.Locale;
import org.gazouillis.compose.Check;
import org.gazouillis.web.i18n.Messages;

/// A remark of the composer in the reader's language.
final class RemarkWords {
    private RemarkWords() {}

    static String of(Check check, Messages messages) {
        String key = check.code().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return messages.text("compose.check." + key, check.numbers().toArray());
    }
}
