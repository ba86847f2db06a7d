package org.gazouillis.dashboard;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gazouillis.engage.ViewRules;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.ListId;
import org.gazouillis.kernel.ProfileId;
import org.gazouillis.kernel.StatusId;
import org.gazouillis.kernel.WorkspaceId;
import org.gazouillis.tenancy.Sql;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/// What a receipt counts, in the database. To whom a flash was delivered is told by the times of follows that last and
/// of those that have ended; who saw and opened it, by the facts of readers who are known: visitors have no profile.
final class FlashRows {
    /// Stands for everybody to whom it was delivered, among the numbers of lists.
    static final long EVERYBODY = 0;

    /// Who counts, and in which list.
    private static final String COUNTED = """
            with delivered as materialized (
              select follower_id as id from follow where author_id = :author and at <= :published
              union
              select follower_id from past_follow
              where author_id = :author and began_at <= :published and ended_at > :published),
            acknowledged as materialized (
              select profile_id as id from flash_acknowledgement where status_id = :status),
            counted as (
              select 0::bigint as list_id, id from delivered
              union all
              select l.id, m.profile_id from profile_list l join list_member m on m.list_id = l.id
              where l.owner_id = :author and l.removed_at is null)
            """;
    private static final String COVERAGE = COUNTED + """
            , facts as materialized (
              select p.id, bool_or(e.kind = 'VIEW') as saw, bool_or(e.kind <> 'VIEW') as opened
              from engagement e join profile p on p.person_no = e.person_no
              where e.workspace_id = :workspace and e.brand_id = :brand and e.status_id = :status
                and not e.anonymous and e.at >= :from and e.at < :until
                and e.kind in ('VIEW', 'DETAIL_EXPAND', 'MEDIA_ENGAGEMENT', 'PROFILE_CLICK', 'HASHTAG_CLICK')
              group by p.id)
            select c.list_id, count(*) as people, count(d.id) as delivered, count(*) filter (where f.saw) as saw,
                   count(*) filter (where f.opened) as opened, count(a.id) as acknowledged
            from counted c
            left join delivered d on d.id = c.id
            left join facts f on f.id = c.id
            left join acknowledged a on a.id = c.id
            group by c.list_id
            """;
    /// The first of each list by handle.
    private static final String NAMES = COUNTED + """
            select list_id, id, handle, name, delivered
            from (select c.list_id, p.id, p.handle, p.name, d.id is not null as delivered,
                         row_number() over (partition by c.list_id order by lower(p.handle)) as n
                  from counted c
                  join profile p on p.id = c.id
                  left join delivered d on d.id = c.id
                  where not exists (select from acknowledged a where a.id = c.id)) first
            where n <= :most order by list_id, n
            """;
    /// Partitions of events are dropped by the month.
    private static final String WATCHED = """
            select exists (select from pg_inherits i join pg_class c on c.oid = i.inhrelid
              where i.inhparent = 'engagement'::regclass
                and c.relname = 'engagement_' || to_char(:published::timestamptz at time zone 'UTC', 'YYYY_MM'))
            """;

    private final Handle handle;
    private final Flash flash;

    FlashRows(Handle handle, Flash flash) {
        this.handle = handle;
        this.flash = flash;
    }

    /// A flash, and whose it is.
    record Flash(
            StatusId id,
            WorkspaceId workspaceId,
            BrandId brandId,
            ProfileId profileId,
            String account,
            boolean flash,
            Instant createdAt) {}

    /// Lists without anybody are missing.
    Map<Long, Coverage> coverage() {
        boolean watched = handle.createQuery(WATCHED)
                .bind("published", flash.createdAt())
                .mapTo(Boolean.class)
                .one();
        return of(handle.createQuery(COVERAGE))
                .bind("workspace", flash.workspaceId())
                .bind("brand", flash.brandId())
                .bind("from", flash.createdAt().minus(ViewRules.OLDEST))
                .bind("until", flash.createdAt().plus(FlashReceipt.WATCHED))
                .map(Sql.row(Counted.class))
                .stream()
                .collect(Collectors.toMap(
                        Counted::listId,
                        row -> watched ? row.coverage() : row.coverage().unwatched()));
    }

    Map<Long, List<Unanswered.Person>> unanswered() {
        return of(handle.createQuery(NAMES)).bind("most", Unanswered.MOST).map(Sql.row(Named.class)).stream()
                .collect(Collectors.groupingBy(Named::listId, Collectors.mapping(Named::person, Collectors.toList())));
    }

    List<Titled> lists() {
        return handle.createQuery("""
                        select id, title from profile_list where owner_id = :author and removed_at is null
                        order by lower(title), id
                        """)
                .bind("author", flash.profileId())
                .map(Sql.row(Titled.class))
                .list();
    }

    private Query of(Query query) {
        return query.bind("author", flash.profileId())
                .bind("published", flash.createdAt())
                .bind("status", flash.id());
    }

    record Titled(ListId id, String title) {}

    record Counted(long listId, Coverage coverage) {}

    record Named(long listId, Unanswered.Person person) {}
}
