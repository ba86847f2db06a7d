package org.gazouillis.web.compose;

import java.util.List;
import java.util.Locale;
import org.gazouillis.compose.Check;
import org.gazouillis.web.i18n.Messages;

/// A remark of the composer in the reader's language.
final class RemarkWords {
    private RemarkWords() {}

    static String of(Check check, Messages messages) {
        String key = check.code().name().toLowerCase(Locale.ROOT).replace('_', '-');
        String words = check.code() == Check.Code.DEAD_LINK
                ? deadLink(check.numbers(), messages)
                : messages.text("compose.check." + key, check.numbers().toArray());
        if (check.where().startsWith("part:")) {
            return messages.text("compose.check.in-part", check.where().substring("part:".length()), words);
        }
        if (check.where().equals("trial")) {
            return messages.text("compose.check.in-trial", words);
        }
        if (check.where().equals("poll")) {
            return messages.text("compose.check.in-poll", words);
        }
        return check.where().isEmpty() ? words : messages.text("compose.check.in-variant", words);
    }

    private static String deadLink(List<String> numbers, Messages messages) {
        String why = numbers.get(1);
        String reason = messages.text("compose.dead." + (why.matches("\\d+") ? "status" : why), why);
        return messages.text("compose.check.dead-link", numbers.getFirst(), reason);
    }
}
