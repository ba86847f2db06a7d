package org.gazouillis.web.compose;

import java.util.Locale;
import org.gazouillis.compose.Check;
import org.gazouillis.web.i18n.Messages;

/// A remark of the composer in the reader's language.
final class RemarkWords {
    private RemarkWords() {}

    static String of(Check check, Messages messages) {
        String key = check.code().name().toLowerCase(Locale.ROOT).replace('_', '-');
        String words = messages.text("compose.check." + key, check.numbers().toArray());
        if (check.where().startsWith("part:")) {
            return messages.text("compose.check.in-part", check.where().substring("part:".length()), words);
        }
        return check.where().isEmpty() ? words : messages.text("compose.check.in-variant", words);
    }
}
