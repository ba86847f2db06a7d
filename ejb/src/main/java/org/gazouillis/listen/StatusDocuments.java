package org.gazouillis.listen;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gazouillis.index.Counts;
import org.gazouillis.index.StatusDocument;
import org.gazouillis.outbox.Position;
import org.gazouillis.tenancy.Sql;
import org.gazouillis.tenancy.WorkerDb;
import org.gazouillis.text.LanguageGuess;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/// Reads statuses as the index wants them, many at a time: own ones with the brand and campaign they belong to,
/// imported ones with the figures of their network. Reposts and removed statuses are no documents. And what statuses
/// have gathered: the index counts live, but keeps no counts on disk.
///
/// A foreign file does not say whom a status answers, what it passes on or quotes, or whether it shows an image. X's
/// own signs do: a mention at its beginning, `RT @…`, a link to another status, and one to `pic.twitter.com`.
@ApplicationScoped
class StatusDocuments {
    private static final String OWN = """
            select s.id, s.profile_id as profile, p.handle, s.text, s.lang, s.created_at, true as is_public,
                   coalesce(a.workspace_id, 0) as workspace, coalesce(a.brand_id, 0) as brand,
                   coalesce(post.campaign_id, 0) as campaign, 'gazouillis' as source,
                   s.hashtags, s.mentions, s.urls, coalesce(s.in_reply_to, 0) as in_reply_to,
                   0 as likes, 0 as reposts, 0 as replies, coalesce(answered.handle, '') as reply_to,
                   s.text ~ '^RT [@＠]\\w' as is_repost, s.quote_of is not null as is_quote, s.flash as is_flash,
                   s.attachments is not null as has_media,
                   coalesce(jsonb_path_exists(s.attachments, '$[*].alt ? (@ like_regex "[^ ]")'), false) as has_alt,
                   exists (select from poll o where o.status_id = s.id) as has_poll
            from status s
            join profile p on p.id = s.profile_id
            left join social_account a on a.profile_id = s.profile_id
            left join publication on publication.id = s.publication_id
            left join post on post.id = publication.post_id
            left join status parent on parent.id = s.in_reply_to
            left join profile answered on answered.id = parent.profile_id
            where s.removed_at is null and s.repost_of is null
            """;
    private static final String IMPORTED = """
            select i.id, 0 as profile, coalesce(i.author, '') as handle, i.text, coalesce(i.lang, '') as lang,
                   i.created_at, false as is_public, i.workspace_id as workspace, i.brand_id as brand,
                   coalesce(c.id, 0) as campaign, i.source, i.hashtags, i.mentions, i.urls, 0 as in_reply_to,
                   coalesce(i.likes, 0) as likes, coalesce(i.reposts, 0) as reposts, coalesce(i.replies, 0) as replies,
                   case when i.text ~ '^[@＠]' and starts_with(lower(substr(i.text, 2)), lower(i.mentions[1]))
                        then i.mentions[1] else '' end as reply_to,
                   i.text ~ '^RT [@＠]\\w' as is_repost,
                   exists (select from unnest(i.urls) u
                           where u ~* '^(https?://)?([a-z]+\\.)?(twitter|x)\\.com/\\w+/status/\\d+/?([?#]|$)') as is_quote, false as is_flash,
                   exists (select from unnest(i.urls) u where u ~* '^(https?://)?pic\\.(twitter|x)\\.com/') as has_media,
                   false as has_alt, false as has_poll
            from imported_status i
            left join campaign c on c.workspace_id = i.workspace_id and c.brand_id = i.brand_id and c.slug = i.campaign
            """;

    private final Jdbi db;

    @Inject
    StatusDocuments(@WorkerDb Jdbi db) {
        this.db = db;
    }

    StatusDocuments() {
        this(Jdbi.create("jdbc:none"));
    }

    /// Those of the named own statuses that are to be found; the others have gone.
    List<StatusDocument> own(Collection<Long> ids) {
        return db.withHandle(handle ->
                documents(handle.createQuery(OWN + " and s.id = any (:ids)").bind("ids", ids.toArray(Long[]::new))));
    }

    /// The next own statuses in the order of their ids.
    List<StatusDocument> ownAfter(long id, int limit) {
        return db.withHandle(handle -> documents(handle.createQuery(OWN + " and s.id > :id order by s.id limit :limit")
                .bind("id", id)
                .bind("limit", limit)));
    }

    /// The next imported statuses in the order of their ids.
    List<StatusDocument> importedAfter(long id, int limit) {
        return db.withHandle(
                handle -> documents(handle.createQuery(IMPORTED + " where i.id > :id order by i.id limit :limit")
                        .bind("id", id)
                        .bind("limit", limit)));
    }

    /// The next statuses of the batch, told by its lines of the file, that one `StatusImported` announced.
    List<StatusDocument> importedBy(long outboxId, long afterId, int limit) {
        return db.withHandle(handle -> documents(handle.createQuery(IMPORTED + """
                        join import_run r on r.workspace_id = i.workspace_id and r.id = i.import_id
                        join outbox o on o.subject = r.id
                        where o.id = :outbox and i.id > :after
                          and i.line between (o.payload ->> 'from')::bigint and (o.payload ->> 'to')::bigint
                        order by i.id limit :limit
                        """)
                .bind("outbox", outboxId)
                .bind("after", afterId)
                .bind("limit", limit)));
    }

    /// Ids of the next own statuses that are to be found.
    List<Long> ownIdsAfter(long id, int limit) {
        return ids(
                "select id from status where removed_at is null and repost_of is null and id > :id order by id limit"
                        + " :limit",
                id,
                limit);
    }

    /// Ids of the next imported statuses.
    List<Long> importedIdsAfter(long id, int limit) {
        return ids("select id from imported_status where id > :id order by id limit :limit", id, limit);
    }

    private List<Long> ids(String sql, long after, int limit) {
        return db.withHandle(handle -> handle.createQuery(sql)
                .bind("id", after)
                .bind("limit", limit)
                .mapTo(Long.class)
                .list());
    }

    /// Those of these statuses that are to be found at this moment.
    Set<Long> existing(Collection<Long> ids) {
        return db.withHandle(handle -> handle.createQuery("""
                        select id from status where id = any (:ids) and removed_at is null and repost_of is null
                        union all select id from imported_status where id = any (:ids)
                        """)
                .bind("ids", ids.toArray(Long[]::new))
                .mapTo(Long.class)
                .set());
    }

    /// What own statuses have gathered by now, in the order of their ids; those without anything are left out.
    Map<Long, Counts> countsAfter(long id, int limit) {
        return db.withHandle(
                handle -> counts(handle.createQuery("""
                        select status_id as id, likes, reposts, replies from status_count
                        where status_id > :id and likes + reposts + replies > 0 order by status_id limit :limit
                        """).bind("id", id).bind("limit", limit)));
    }

    /// The figures that imported statuses brought along, in the order of their ids.
    Map<Long, Counts> importedCountsAfter(long id, int limit) {
        return db.withHandle(
                handle -> counts(handle.createQuery("""
                        select id, least(coalesce(likes, 0), 2147483647)::int as likes,
                               least(coalesce(reposts, 0), 2147483647)::int as reposts,
                               least(coalesce(replies, 0), 2147483647)::int as replies
                        from imported_status
                        where id > :id and coalesce(likes, 0) + coalesce(reposts, 0) + coalesce(replies, 0) > 0
                        order by id limit :limit
                        """).bind("id", id).bind("limit", limit)));
    }

    /// What those statuses have gathered by now that these facts say were liked, reposted or answered, or no longer.
    Map<Long, Counts> countsChangedBy(Collection<Long> facts) {
        return db.withHandle(handle -> counts(handle.createQuery("""
                        select c.status_id as id, c.likes, c.reposts, c.replies from status_count c
                        where c.status_id in (
                          select case when o.kind in ('StatusLiked', 'StatusUnliked') then o.subject
                                 else coalesce(o.payload ->> 'of', o.payload ->> 'inReplyTo')::bigint end
                          from outbox o where o.id = any (:facts))
                        """).bind("facts", facts.toArray(Long[]::new))));
    }

    /// How many documents the whole index will hold.
    long total() {
        return db.withHandle(handle -> handle.createQuery("""
                        select (select count(*) from status where removed_at is null and repost_of is null)
                             + (select count(*) from imported_status)
                        """).mapTo(Long.class).one());
    }

    /// Whether the outbox still holds every fact behind this position, and the position is one of this database.
    boolean canContinueFrom(Position position) {
        return db.withHandle(handle -> handle.createQuery("""
                        select :xid < pg_snapshot_xmax(pg_current_snapshot())::text::bigint
                           and not exists (select from outbox_pruned where (xid, id) > (:xid::text::xid8, :id))
                        """)
                .bind("xid", position.xid())
                .bind("id", position.id())
                .mapTo(Boolean.class)
                .one());
    }

    /// A file often says nothing of the language: then the text must.
    private static List<StatusDocument> documents(Query query) {
        return query.map(Sql.row(StatusDocument.class)).stream()
                .map(document -> document.lang().isEmpty() ? document.in(LanguageGuess.of(document.text())) : document)
                .toList();
    }

    private static Map<Long, Counts> counts(Query query) {
        Map<Long, Counts> counts = new LinkedHashMap<>();
        query.map(Sql.row(Counted.class))
                .forEach(row -> counts.put(row.id, new Counts(row.likes, row.reposts, row.replies)));
        return counts;
    }

    record Counted(long id, int likes, int reposts, int replies) {}
}
