package org.gazouillis.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.NoticeId;
import org.gazouillis.kernel.Slice;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.AppDb;
import org.gazouillis.tenancy.CurrentMember;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.tenancy.Sql;
import org.jdbi.v3.core.Jdbi;

/// The notices that the current member wants on the page: newest first, counted while unread, marked read.
@ApplicationScoped
public class NoticeBoard {
    private static final int MOST = 100;
    /// Notices of the visible brands, but for the kinds that the member does not want on the page.
    private static final String MINE = """
            from notice n
            left join brand b on b.workspace_id = n.workspace_id and b.id = n.brand_id
            left join notice_read r on r.workspace_id = n.workspace_id and r.member_id = :member and r.notice_id = n.id
            where n.workspace_id = :workspace and (n.brand_id is null or n.brand_id = any (:brands))
              and (n.member_id is null or n.member_id = :member)
              and coalesce((select p.page from notice_preference p
                 where p.workspace_id = n.workspace_id and p.member_id = :member and p.kind = n.kind
                   and (p.brand_id is null or p.brand_id = n.brand_id)
                 order by p.brand_id nulls last limit 1), true)
            """;

    private Jdbi db;
    private Permissions permissions;
    private CurrentMember current;

    @Inject
    public NoticeBoard(@AppDb Jdbi db, Permissions permissions, CurrentMember current) {
        this.db = db;
        this.permissions = permissions;
        this.current = current;
    }

    @SuppressWarnings("NullAway.Init")
    NoticeBoard() {}

    /// How many are unread, counted up to a hundred; 0 for a stranger.
    @Transactional
    public int unread() {
        Optional<MemberScope> member = current.scope();
        return member.map(scope -> db.withHandle(handle -> handle.createQuery("select count(*)::int from (select 1 "
                                + MINE + " and r.read_at is null limit :most) few")
                        .bindMap(who(scope))
                        .bind("most", MOST)
                        .mapTo(Integer.class)
                        .one()))
                .orElse(0);
    }

    @Transactional
    public Slice<Notice> newest(NoticeId before, int limit) {
        MemberScope member = permissions.requireScope("read");
        int page = Math.clamp(limit, 1, MOST);
        List<Notice> read = db.withHandle(
                handle -> handle.createQuery("""
                        select n.id, n.kind, n.brand_id, b.handle as brand, n.posts, n.opened_at,
                               r.read_at is not null as read, n.topic, n.label
                        """ + MINE + " and n.id < :before order by n.id desc limit :limit")
                        .bindMap(who(member))
                        .bind("before", before)
                        .bind("limit", page + 1)
                        .map(Sql.row(Notice.class))
                        .list());
        return Slice.cut(read, page, each -> each.id().value());
    }

    /// Marks them read; an empty list means all.
    @Transactional
    public int markRead(List<NoticeId> notices) {
        MemberScope member = permissions.requireScope("write");
        return db.withHandle(handle -> handle.createUpdate("""
                        insert into notice_read (workspace_id, member_id, notice_id, read_at)
                        select n.workspace_id, :member, n.id, now()
                        """ + MINE + """
                          and r.read_at is null and (:all or n.id = any (:notices))
                        on conflict do nothing
                        """)
                .bindMap(who(member))
                .bind("all", notices.isEmpty())
                .bind("notices", notices.stream().map(NoticeId::value).toArray(Long[]::new))
                .execute());
    }

    private static Map<String, Object> who(MemberScope member) {
        return Map.of(
                "workspace",
                member.workspace(),
                "member",
                member.member(),
                "brands",
                member.roles().keySet().stream().map(BrandId::value).toArray(Long[]::new));
    }
}
