package org.gazouillis.microblog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import org.gazouillis.kernel.ProfileId;
import org.gazouillis.kernel.StatusId;
import org.gazouillis.kernel.TimeOrderedIds;
import org.gazouillis.network.PostText;
import org.gazouillis.outbox.Outbox;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.AppDb;
import org.gazouillis.tenancy.CurrentMember;
import org.gazouillis.tenancy.MemberScope;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Writes what a person says at once: a status of their own, a reply or a quote. (Planned posts come through
/// `publish`.)
@ApplicationScoped
@Transactional
public class StatusPoster {
    private final Jdbi db;
    private final Voices voices;
    private final Permissions permissions;
    private final TimeOrderedIds ids;
    private final Clock clock;

    @Inject
    public StatusPoster(@AppDb Jdbi db, Voices voices, Permissions permissions, TimeOrderedIds ids, Clock clock) {
        this.db = db;
        this.voices = voices;
        this.permissions = permissions;
        this.ids = ids;
        this.clock = clock;
    }

    StatusPoster() {
        this(
                Jdbi.create("jdbc:none"),
                new Voices(),
                new Permissions(new CurrentMember()),
                new TimeOrderedIds(Clock.systemUTC(), 0),
                Clock.systemUTC());
    }

    /// @return the new status, or the one that the same request key made before
    /// @throws StatusTextRefused when the text does not count 1 to 140
    /// @throws PollRefused when its poll cannot be put to readers
    /// @throws StatusNotFound when the status to reply to, or to quote, is not there
    /// @throws RequestKeyReused when the key belongs to a different status
    public StatusId post(NewStatus wish) {
        ProfileId author = voices.require(wish.as());
        String text = PostText.normalise(wish.text());
        StatusTextRefused.unlessFits(text);
        PollRefused.unlessFits(wish);
        StatusId id = new StatusId(ids.next());
        return db.withHandle(handle -> {
            StatusId known = wish.requestKey() == null ? null : known(handle, wish, wish.requestKey(), id);
            if (known == null) {
                insert(handle, id, author, text, wish);
            }
            return known == null ? id : known;
        });
    }

    private @Nullable StatusId known(Handle handle, NewStatus wish, String key, StatusId id) {
        MemberScope member = permissions.requireScope("write");
        return new RequestKeys(handle, member).claim(key, wish.fingerprint(), id, clock.instant());
    }

    private void insert(Handle handle, StatusId id, ProfileId author, String text, NewStatus wish) {
        Instant now = clock.instant();
        Original parent = wish.inReplyTo() == null ? null : Original.of(handle, wish.inReplyTo());
        Original quoted = wish.quoteOf() == null ? null : Original.of(handle, wish.quoteOf());
        PostText.Entities entities = PostText.entities(text);
        handle.createUpdate("""
                        with written as (
                          insert into status (id, profile_id, text, lang, created_at, in_reply_to, conversation_id,
                                              quote_of, hashtags, mentions, urls, attachments)
                          values (:id, :author, :text, :lang, :now, :parent, :conversation, :quoted, :tags, :mentions,
                                  :urls, :images::jsonb)),
                        tagged as (
                          insert into hashtag_status (tag, status_id) select unnest(:tags::text[]), :id)
                        insert into mention_status (profile_id, status_id)
                        select p.id, :id from profile p where lower(p.handle) = any (:mentions)
                        """)
                .bind("id", id)
                .bind("author", author)
                .bind("text", text)
                .bind("lang", wish.langOr(languageOf(handle, author)))
                .bind("now", now)
                .bind("parent", number(parent))
                .bind("quoted", number(quoted))
                .bind("conversation", parent == null ? id.value() : parent.conversationId())
                .bind("tags", entities.hashtags().toArray(String[]::new))
                .bind("mentions", entities.mentions().toArray(String[]::new))
                .bind("urls", entities.urls().toArray(String[]::new))
                .bind("images", StatusImage.json(wish.images()))
                .execute();
        if (wish.poll() != null) {
            Ballot.open(handle, id, wish.poll());
        }
        Counter.addAbout(handle, id(parent), id(quoted), 1);
        announce(handle, id, author, parent, now);
        if (quoted != null) {
            Outbox.append(handle, "StatusQuoted", null, quoted.id(), "{\"profile\":" + author + "}", now);
        }
    }

    private static @Nullable StatusId id(@Nullable Original status) {
        return status == null ? null : status.id();
    }

    private static @Nullable Long number(@Nullable Original status) {
        return status == null ? null : status.id().value();
    }

    private static void announce(Handle handle, StatusId id, ProfileId author, @Nullable Original parent, Instant now) {
        String payload = String.format(
                Locale.ROOT, "{\"profile\":%s,\"inReplyTo\":%s}", author, parent == null ? null : parent.id());
        Outbox.append(handle, "StatusPosted", null, id, payload, now);
    }

    private static String languageOf(Handle handle, ProfileId author) {
        return handle.createQuery("select lang from profile where id = :author")
                .bind("author", author)
                .mapTo(String.class)
                .one();
    }
}
