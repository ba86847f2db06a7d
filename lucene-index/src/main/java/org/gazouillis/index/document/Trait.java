package org.gazouillis.index.document;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.gazouillis.index.StatusDocument;

/// What a status is or has, beside its words.
public enum Trait {
    REPLY,
    REPOST,
    QUOTE,
    FLASH,
    LINK,
    MEDIA,
    ALT,
    POLL,
    HASHTAG,
    MENTION;

    /// As it stands in the index and in queries.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Set<Trait> of(StatusDocument status) {
        var traits = EnumSet.noneOf(Trait.class);
        add(traits, REPLY, status.inReplyTo() != 0 || !status.replyTo().isEmpty());
        add(traits, REPOST, status.isRepost());
        add(traits, QUOTE, status.isQuote());
        add(traits, FLASH, status.isFlash());
        add(traits, LINK, !status.urls().isEmpty());
        add(traits, MEDIA, status.hasMedia());
        add(traits, ALT, status.hasAlt());
        add(traits, POLL, status.hasPoll());
        add(traits, HASHTAG, !status.hashtags().isEmpty());
        add(traits, MENTION, !status.mentions().isEmpty());
        return traits;
    }

    private static void add(Set<Trait> traits, Trait trait, boolean present) {
        if (present) {
            traits.add(trait);
        }
    }
}
