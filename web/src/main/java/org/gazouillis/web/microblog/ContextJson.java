package org.gazouillis.web.microblog;

import java.util.List;
import org.gazouillis.timeline.ThreadReader.Conversation;

/// Mastodon's `Context`: what a status answers, oldest first, and what answers it.
public record ContextJson(List<StatusJson> ancestors, List<StatusJson> descendants) {
    static ContextJson of(Conversation conversation, Addresses addresses) {
        return new ContextJson(
                StatusJson.of(conversation.ancestors(), addresses),
                StatusJson.of(conversation.descendants(), addresses));
    }
}
