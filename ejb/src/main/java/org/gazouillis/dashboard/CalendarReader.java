package org.gazouillis.dashboard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.security.Permission;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.AppDb;
import org.gazouillis.tenancy.CurrentMember;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.tenancy.Sql;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/// Posts by the clocks of their brands: the first few of each cell of a period, or a list from a day on. A period is
/// one query that reads each post's index entry once, whatever the number of brands.
@ApplicationScoped
public class CalendarReader {
    /// No zone is farther from UTC.
    private static final String FARTHEST = "interval '18 hours'";
    private static final int MOST_CHOICES = 500;
    private static final String SHOWN = String.format(Locale.ROOT, """
        from post p join brand b on b.workspace_id = p.workspace_id and b.id = p.brand_id
        cross join lateral (select p.due_at at time zone b.zone as wall) w
        where p.workspace_id = :workspace and p.brand_id = any (:brands) and p.state = any (:states)
          and p.due_at >= :first::timestamp at time zone 'UTC' - %s and w.wall >= :first::timestamp
          and (:account::bigint is null or :account = any (p.account_ids))
          and (:campaign::bigint is null or p.campaign_id = :campaign)
          and (:author::bigint is null or p.author_id = :author)
          and (:words = '%%' or p.text ilike :words)
        """, FARTHEST);
    private static final String DRESSED = """
        select c.id, c.brand_id, m.name as author, c.campaign_id, g.name as campaign, g.colour, left(c.text, 280) as text,
               c.lang, c.state, c.due_at, c.wall, c.local_at, c.zone, c.gap_rule, c.version, c.failure,
               (select string_agg('@' || a.handle, ' ' order by a.id) from social_account a
                where a.workspace_id = c.workspace_id and a.id = any (c.account_ids)) as accounts,
               (select min(u.status_id) from publication u
                where u.workspace_id = c.workspace_id and u.post_id = c.id) as status_id,
               c.of_cell::int as of_cell
        from chosen c
        join member m on m.workspace_id = c.workspace_id and m.id = c.author_id
        left join campaign g on g.workspace_id = c.workspace_id and g.id = c.campaign_id
        order by c.due_at, c.id
        """;
    private static final String PERIOD = String.format(Locale.ROOT, """
        with shown as (
          select p.*, w.wall, date_trunc(:grain, w.wall) as cell,
                 case :grain when 'hour' then (w.wall at time zone 'UTC') - p.due_at end as ahead
          %s and w.wall < :last::timestamp + interval '1 day'
             and p.due_at < :last::timestamp at time zone 'UTC' + interval '1 day' + %s),
        ranked as (
          select s.*, row_number() over (partition by cell, ahead order by due_at, id) as place,
                 count(*) over (partition by cell, ahead) as of_cell from shown s),
        chosen as (select * from ranked where place <= :each)
        %s\
        """, SHOWN, FARTHEST, DRESSED);
    private static final String LIST = String.format(Locale.ROOT, """
        with chosen as (
          select p.*, w.wall, 0 as of_cell %s and (p.due_at, p.id) > (:at::timestamptz, :id)
          order by p.due_at, p.id limit :limit)
        %s\
        """, SHOWN, DRESSED);

    private final Jdbi db;
    private final Permissions permissions;

    @Inject
    public CalendarReader(@AppDb Jdbi db, Permissions permissions) {
        this.db = db;
        this.permissions = permissions;
    }

    CalendarReader() {
        this(Jdbi.create("jdbc:none"), new Permissions(new CurrentMember()));
    }

    /// The first `each` posts of every cell from the first to the last local day, the soonest first.
    @Transactional
    public List<CalendarPost> period(
            CalendarQuery query, LocalDate first, LocalDate last, CalendarGrain grain, int each) {
        MemberScope member = member(query.brands());
        return db.withHandle(handle -> asked(handle, PERIOD, member, query, first)
                .bind("last", last)
                .bind("grain", grain.name().toLowerCase(Locale.ROOT))
                .bind("each", each)
                .map(Sql.row(CalendarPost.class))
                .list());
    }

    /// At most `limit` posts from the local day on, after the one named by its time and id.
    @Transactional
    public List<CalendarPost> list(CalendarQuery query, LocalDate first, Instant at, long id, int limit) {
        MemberScope member = member(query.brands());
        return db.withHandle(handle -> asked(handle, LIST, member, query, first)
                .bind("at", at)
                .bind("id", id)
                .bind("limit", limit)
                .map(Sql.row(CalendarPost.class))
                .list());
    }

    /// The brands' campaigns, the latest first, and the people who may have written for them, by name.
    @Transactional
    public CalendarChoices choices(List<BrandId> brands) {
        MemberScope member = member(brands);
        return db.withHandle(
                handle -> new CalendarChoices(named(handle, member, brands, """
                    select id, name from campaign where workspace_id = :workspace and brand_id = any (:brands)
                    order by starts_on desc, id desc limit :most
                    """), named(handle, member, brands, """
                        select m.id, m.name from member m where m.workspace_id = :workspace
                          and exists (select from membership s where s.workspace_id = m.workspace_id
                            and s.member_id = m.id and s.role in ('OWNER', 'MANAGER', 'AUTHOR')
                            and (s.brand_id is null or s.brand_id = any (:brands)))
                        order by lower(m.name), m.id limit :most
                        """)));
    }

    private MemberScope member(List<BrandId> brands) {
        MemberScope member = permissions.requireScope("read");
        brands.forEach(brand -> permissions.require(brand, Permission.VIEW));
        return member;
    }

    private static Query asked(Handle handle, String sql, MemberScope member, CalendarQuery query, LocalDate first) {
        return handle.createQuery(sql)
                .bind("workspace", member.workspace())
                .bind("brands", ids(query.brands()))
                .bind("states", query.states().stream().map(Enum::name).toArray(String[]::new))
                .bind("first", first)
                .bind("account", query.account())
                .bind("campaign", query.campaign())
                .bind("author", query.author())
                .bind("words", query.words().isEmpty() ? "%" : query.pattern());
    }

    private static List<CalendarChoices.Named> named(
            Handle handle, MemberScope member, List<BrandId> brands, String sql) {
        return handle.createQuery(sql)
                .bind("workspace", member.workspace())
                .bind("brands", ids(brands))
                .bind("most", MOST_CHOICES)
                .map(Sql.row(CalendarChoices.Named.class))
                .list();
    }

    private static long[] ids(List<BrandId> brands) {
        return brands.stream().mapToLong(BrandId::value).toArray();
    }
}
