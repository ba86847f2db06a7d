package org.gazouillis.timeline;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.gazouillis.kernel.ProfileId;
import org.gazouillis.kernel.StatusId;
import org.gazouillis.microblog.Mention;
import org.gazouillis.microblog.Poll;
import org.gazouillis.microblog.Polls;
import org.gazouillis.microblog.Profile;
import org.gazouillis.microblog.Profiles;
import org.gazouillis.microblog.ReaderKey;
import org.gazouillis.microblog.StatusImage;
import org.gazouillis.tenancy.Sql;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Loads statuses with authors, counts, mentions, polls and the viewer's own marks: three queries for any number of
/// them, and one more where any asks something.
public final class StatusViews {
    private static final String STATUSES = """
            select s.id, s.profile_id, case when x.second then v.text else s.text end as text, s.lang, s.created_at,
                   s.in_reply_to, parent.profile_id as in_reply_to_profile,
                   s.repost_of, s.quote_of, quoted.removed_at is not null as quote_gone,
                   s.attachments::text as attachments, x.second,
                   case when x.second then v.hashtags else s.hashtags end as hashtags,
                   cardinality(s.mentions) > 0 as mentioning,
                   coalesce(c.likes, 0) as likes, coalesce(c.reposts, 0) as reposts, coalesce(c.replies, 0) as replies,
                   coalesce(c.quotes, 0) as quotes,
                   exists (select from status_like l where l.status_id = s.id and l.profile_id = :viewer) as liked,
                   exists (select from status r where r.repost_of = s.id and r.profile_id = :viewer) as reposted,
                   exists (select from status_bookmark b where b.profile_id = :viewer and b.status_id = s.id) as bookmarked,
                   exists (select from poll o where o.status_id = s.id) as polling,
                   s.flash, s.flash and exists (select from flash_acknowledgement a
                     where a.status_id = s.id and a.profile_id = :viewer) as acknowledged
            from status s
            left join status parent on parent.id = s.in_reply_to
            left join status quoted on quoted.id = s.quote_of
            left join status_count c on c.status_id = s.id
            left join status_variant v on v.status_id = s.id
            cross join lateral (
              select v.status_id is not null
                     and (:seconds or :reader <> '' and shows_second(v.key, v.share, :reader)) as second) x
            where s.removed_at is null and s.id in (
              select unnest(array[listed.id, shown.id, shown.quote_of])
              from status listed join status shown on shown.id = coalesce(listed.repost_of, listed.id)
              where listed.id = any (:ids))
            """;
    private static final String MENTIONS = """
            select m.status_id, p.id, p.handle from mention_status m join profile p on p.id = m.profile_id
            where m.status_id = any (:ids) order by m.status_id, p.id
            """;
    private static final String SECOND_MENTIONS = """
            select v.status_id, p.id, p.handle from status_variant v cross join unnest(v.mentions) as m (handle)
            join profile p on lower(p.handle) = m.handle
            where v.status_id = any (:ids) order by v.status_id, p.id
            """;

    private StatusViews() {}

    /// The statuses in the order of `ids`; those that are gone are left out. Of one that is being tried, `reader` is
    /// shown the text that is for them.
    ///
    /// @param viewer whose marks are shown
    public static List<StatusView> load(
            Handle handle, List<StatusId> ids, @Nullable ProfileId viewer, ReaderKey reader) {
        return load(handle, ids, viewer, reader, false);
    }

    /// As [#load] for a stranger, with the second text of whatever is being tried.
    public static List<StatusView> seconds(Handle handle, List<StatusId> ids) {
        return load(handle, ids, null, ReaderKey.NOBODY, true);
    }

    private static List<StatusView> load(
            Handle handle, List<StatusId> ids, @Nullable ProfileId viewer, ReaderKey reader, boolean seconds) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<StatusId, Row> rows = handle
                .createQuery(STATUSES)
                .bind("ids", array(ids))
                .bind("viewer", viewer == null ? 0 : viewer.value())
                .bind("reader", reader.name())
                .bind("seconds", seconds)
                .map(Sql.row(Row.class))
                .stream()
                .collect(Collectors.toMap(Row::id, Function.identity()));
        Map<ProfileId, Profile> authors = Profiles.byIds(
                handle, rows.values().stream().map(Row::profileId).distinct().toList());
        Map<StatusId, Poll> polls = Polls.among(handle, ids(rows.values(), Row::polling), viewer);
        Assembly assembly = new Assembly(rows, authors, mentions(handle, rows.values()), polls);
        return ids.stream().flatMap(id -> assembly.view(id).stream()).toList();
    }

    private static Map<StatusId, List<Mention>> mentions(Handle handle, Collection<Row> rows) {
        Map<StatusId, List<Mention>> mentions = new HashMap<>();
        mentions.putAll(mentions(handle, MENTIONS, ids(rows, row -> row.mentioning() && !row.second())));
        mentions.putAll(mentions(handle, SECOND_MENTIONS, ids(rows, Row::second)));
        return mentions;
    }

    private static List<StatusId> ids(Collection<Row> rows, Predicate<Row> which) {
        return rows.stream().filter(which).map(Row::id).toList();
    }

    private static Map<StatusId, List<Mention>> mentions(Handle handle, String sql, List<StatusId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return handle.createQuery(sql).bind("ids", array(ids)).map(Sql.row(MentionRow.class)).stream()
                .collect(Collectors.groupingBy(
                        MentionRow::statusId,
                        Collectors.mapping(row -> new Mention(row.id(), row.handle()), Collectors.toList())));
    }

    private static Long[] array(List<StatusId> ids) {
        return ids.stream().map(StatusId::value).toArray(Long[]::new);
    }

    record MentionRow(StatusId statusId, ProfileId id, String handle) {}

    /// @param second whether `text` and `hashtags` are those of the second text
    record Row(
            StatusId id,
            ProfileId profileId,
            String text,
            String lang,
            Instant createdAt,
            @Nullable StatusId inReplyTo,
            @Nullable ProfileId inReplyToProfile,
            @Nullable StatusId repostOf,
            @Nullable StatusId quoteOf,
            boolean quoteGone,
            @Nullable String attachments,
            boolean second,
            List<String> hashtags,
            boolean mentioning,
            int likes,
            int reposts,
            int replies,
            int quotes,
            boolean liked,
            boolean reposted,
            boolean bookmarked,
            boolean polling,
            boolean flash,
            boolean acknowledged) {}

    private record Assembly(
            Map<StatusId, Row> rows,
            Map<ProfileId, Profile> authors,
            Map<StatusId, List<Mention>> mentions,
            Map<StatusId, Poll> polls) {
        /// Empty when the status is gone, or is a repost of one that is gone.
        Optional<StatusView> view(StatusId id) {
            Row row = rows.get(id);
            if (row == null) {
                return Optional.empty();
            }
            if (row.repostOf() == null) {
                return Optional.of(view(row, quoted(row), null));
            }
            return view(row.repostOf()).map(original -> view(row, null, original));
        }

        /// One level deep: what the quoted one quotes is only named.
        private @Nullable Quoted quoted(Row row) {
            Row other = row.quoteOf() == null ? null : rows.get(row.quoteOf());
            return other == null ? named(row) : new Quoted(other.id(), false, view(other, named(other), null));
        }

        private static @Nullable Quoted named(Row row) {
            return row.quoteOf() == null ? null : new Quoted(row.quoteOf(), row.quoteGone(), null);
        }

        private StatusView view(Row row, @Nullable Quoted quote, @Nullable StatusView original) {
            return new StatusView(
                    row.id(),
                    Objects.requireNonNull(authors.get(row.profileId()), "a status has an author"),
                    row.text(),
                    row.lang(),
                    row.createdAt(),
                    row.inReplyTo(),
                    row.inReplyToProfile(),
                    mentions.getOrDefault(row.id(), List.of()),
                    row.hashtags(),
                    row.likes(),
                    row.reposts(),
                    row.replies(),
                    row.quotes(),
                    row.liked(),
                    row.reposted(),
                    row.bookmarked(),
                    row.flash(),
                    row.acknowledged(),
                    quote,
                    original,
                    StatusImage.parse(row.attachments()),
                    polls.get(row.id()));
        }
    }
}
