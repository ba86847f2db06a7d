package org.gazouillis.timeline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.gazouillis.kernel.ProfileId;
import org.gazouillis.kernel.StatusId;
import org.gazouillis.microblog.CurrentReader;
import org.gazouillis.microblog.ProfileList;
import org.gazouillis.network.PostText;
import org.gazouillis.tenancy.AppDb;
import org.gazouillis.tenancy.CurrentMember;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/// Reads timelines, newest first, by keyset: no page repeats or skips a status, whatever arrives meanwhile.
///
/// `viewer` is whose likes and reposts are marked; null for an anonymous reader. Which text of a trial is shown is for
/// [CurrentReader].
@ApplicationScoped
@Transactional
public class TimelineReader {
    /// What was written ahead into the home, and what the viewer and followed large authors wrote since its oldest
    /// row that counts.
    private static final String HOME = """
            with edge as (
              select coalesce((select status_id from home where viewer_id = :viewer
                               order by status_id desc offset :last_row limit 1), 0) as id)
            select id from (
              (select s.id from home h join status s on s.id = h.status_id and s.removed_at is null
               where h.viewer_id = :viewer and h.status_id < :below and h.status_id > :above
                 and h.status_id >= (select id from edge)
               order by h.status_id %1$s limit :limit)
              union
              select s.id
              from (select f.author_id from follow f join profile_count c on c.profile_id = f.author_id and c.large
                    where f.follower_id = :viewer
                    union all select :viewer) a
              cross join lateral (
                select id from status where profile_id = a.author_id and removed_at is null
                  and id < :below and id > :above and id >= (select id from edge)
                order by id %1$s limit :limit) s) candidate
            order by id %1$s limit :limit
            """;
    private static final String EVERYONE = """
            select id from status
            where id < :below and id > :above and removed_at is null and repost_of is null and in_reply_to is null
            order by id %1$s limit :limit
            """;
    private static final String PROFILE = """
            select id from status
            where profile_id = :author and id < :below and id > :above and removed_at is null
              and (:replies or in_reply_to is null) and (:reposts or repost_of is null)
            order by id %1$s limit :limit
            """;
    private static final String HASHTAG = """
            select t.status_id from hashtag_status t join status s on s.id = t.status_id and s.removed_at is null
            where t.tag = :tag and t.status_id < :below and t.status_id > :above
            order by t.status_id %1$s limit :limit
            """;

    private static final String QUOTES = """
            select id from status
            where quote_of = (select coalesce(repost_of, id) from status where id = :status) and removed_at is null
              and id < :below and id > :above
            order by id %1$s limit :limit
            """;
    private static final String OF_MEMBER = """
            select s.id from status s
            where s.profile_id = m.id and s.removed_at is null and s.id < :below and s.id > :above
              and (s.in_reply_to is null or exists (
                select from status answered where answered.id = s.in_reply_to
                  and (answered.profile_id in (s.profile_id, :owner)
                       or answered.profile_id in (select id from member))))
            """;
    /// The edge is where the page ends at the latest: one status each of as many members as the page has places. Behind
    /// it nothing is read, so that a page costs two looks into the index for each member, however much they wrote.
    private static final String LIST = """
            with member as materialized (
              select m.profile_id as id from list_member m
              join profile_list l on l.id = m.list_id and l.removed_at is null where l.id = :list),
            edge as (
              select coalesce((
                select s.id from member m cross join lateral (""" + OF_MEMBER + """
                   order by s.id %1$s limit 1) s
                order by s.id %1$s offset :limit - 1 limit 1), %3$s) as id)
            select s.id from member m cross join lateral (""" + OF_MEMBER + """
               and s.id %2$s (select id from edge) order by s.id %1$s limit :limit) s
            order by s.id %1$s limit :limit
            """;
    private static final String BOOKMARKED = """
            select b.status_id from status_bookmark b join status s on s.id = b.status_id and s.removed_at is null
            where b.profile_id = :viewer and b.status_id < :below and b.status_id > :above
            order by b.status_id %1$s limit :limit
            """;

    private final Jdbi db;
    private final Homecoming homecoming;
    private final CurrentReader reader;

    @Inject
    public TimelineReader(@AppDb Jdbi db, Homecoming homecoming, CurrentReader reader) {
        this.db = db;
        this.homecoming = homecoming;
        this.reader = reader;
    }

    TimelineReader() {
        this(
                Jdbi.create("jdbc:none"),
                new Homecoming(Jdbi.create("jdbc:none"), Clock.systemUTC()),
                new CurrentReader(new CurrentMember()));
    }

    /// What the profile's followed authors and it itself wrote; the newest 800 of them.
    public List<StatusView> home(ProfileId viewer, Window window) {
        if (homecoming.isDue(viewer) && homecoming.arrive(viewer)) {
            homecoming.rebuild(viewer);
        }
        return read(HOME, window, viewer, query -> query.bind("viewer", viewer).bind("last_row", HomeTrim.ROWS - 1));
    }

    /// Everybody's own statuses; neither replies nor reposts.
    public List<StatusView> everyone(Window window, @Nullable ProfileId viewer) {
        return read(EVERYONE, window, viewer, query -> query);
    }

    /// What one profile wrote.
    public List<StatusView> profile(
            ProfileId author, boolean replies, boolean reposts, Window window, @Nullable ProfileId viewer) {
        return read(
                PROFILE,
                window,
                viewer,
                query -> query.bind("author", author).bind("replies", replies).bind("reposts", reposts));
    }

    /// @param tag with or without `#`, in any case
    public List<StatusView> hashtag(String tag, Window window, @Nullable ProfileId viewer) {
        String folded = PostText.fold(tag.startsWith("#") ? tag.substring(1) : tag);
        return read(HASHTAG, window, viewer, query -> query.bind("tag", folded));
    }

    /// What quotes this status; of a repost, what quotes its original.
    public List<StatusView> quotes(StatusId status, Window window, @Nullable ProfileId viewer) {
        return read(QUOTES, window, viewer, query -> query.bind("status", status));
    }

    /// What the member keeps for later, in the order in which it was said, like every timeline.
    public List<StatusView> bookmarked(ProfileId member, Window window) {
        return read(BOOKMARKED, window, member, query -> query.bind("viewer", member));
    }

    /// What those on a list wrote. Answers only when they are to somebody on it, to themselves or to its owner.
    public List<StatusView> list(ProfileList list, Window window, @Nullable ProfileId viewer) {
        return read(LIST, window, viewer, query -> query.bind("list", list.id()).bind("owner", list.owner()));
    }

    /// These statuses in this order, as far as they exist.
    public List<StatusView> byIds(List<StatusId> ids, @Nullable ProfileId viewer) {
        return db.withHandle(handle -> StatusViews.load(handle, ids, viewer, reader.key()));
    }

    private List<StatusView> read(
            String sql, Window window, @Nullable ProfileId viewer, UnaryOperator<Query> parameters) {
        return db.withHandle(handle -> {
            Query query = handle.createQuery(
                    String.format(Locale.ROOT, sql, window.direction(), window.within(), window.farthest()));
            List<StatusId> ids =
                    window.bind(parameters.apply(query)).mapTo(StatusId.class).list();
            if (window.minId() != null) {
                Collections.reverse(ids);
            }
            return StatusViews.load(handle, ids, viewer, reader.key());
        });
    }
}
