package org.gazouillis.web.notice;

import java.util.Locale;
import java.util.Objects;
import org.gazouillis.notice.Notice;
import org.gazouillis.web.i18n.Messages;

/// A notice in the reader's language.
final class NoticeWords {
    private NoticeWords() {}

    static String of(Notice notice, Messages messages) {
        String key = "notice." + notice.kind().name().toLowerCase(Locale.ROOT);
        return messages.text(key, notice.posts(), Objects.requireNonNullElse(notice.label(), ""));
    }
}
