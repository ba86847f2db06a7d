package org.gazouillis.web.publish;

import java.util.Locale;
import java.util.Optional;
import org.gazouillis.publish.HeldPost;
import org.gazouillis.web.i18n.Messages;

/// A held post as the triage shows it.
public record HeldRow(
        String id,
        String brand,
        String text,
        String lang,
        String campaign,
        String when,
        String at,
        String reason,
        boolean stopped) {
    static HeldRow of(HeldPost post, Messages messages) {
        String known = post.reason().toLowerCase(Locale.ROOT).replace(' ', '-');
        String key = "triage.reason." + known;
        return new HeldRow(
                post.id().toString(),
                "@" + post.brand(),
                post.text(),
                post.lang(),
                Optional.ofNullable(post.campaign()).orElse(""),
                StopWords.moment(post.dueAt(), post.zone(), messages),
                post.dueAt().toString(),
                messages.text(messages.containsKey(key) ? key : "triage.reason.late"),
                post.stopped());
    }
}
