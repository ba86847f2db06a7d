package org.gazouillis.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.security.Permission;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.AppDb;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.tenancy.Role;
import org.gazouillis.tenancy.Sql;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// What the current member wants to hear of: for all brands, or for one of them.
@ApplicationScoped
public class NoticeWishes {
    private Jdbi db;
    private Permissions permissions;

    @Inject
    public NoticeWishes(@AppDb Jdbi db, Permissions permissions) {
        this.db = db;
        this.permissions = permissions;
    }

    @SuppressWarnings("NullAway.Init")
    NoticeWishes() {}

    /// One for each kind, as it holds: the brand's own, else that for all brands, else the kind's.
    @Transactional
    public List<NoticeWish> of(@Nullable BrandId brand) {
        MemberScope member = member(brand, "read");
        Map<NoticeKind, NoticeWish> said = db.withHandle(handle -> said(handle, member, brand)).stream()
                .collect(Collectors.toMap(NoticeWish::kind, Function.identity(), (own, all) -> own));
        return Arrays.stream(NoticeKind.values())
                .map(kind -> said.getOrDefault(kind, new NoticeWish(kind, true, isMailed(member, brand, kind))))
                .toList();
    }

    /// Keeps the wishes that are given, for one brand or with null for all of them.
    @Transactional
    public void keep(@Nullable BrandId brand, List<NoticeWish> wishes) {
        MemberScope member = member(brand, "write");
        db.useHandle(handle -> wishes.forEach(wish -> handle.createUpdate("""
                        insert into notice_preference (workspace_id, member_id, brand_id, kind, page, mail, hook)
                        values (:workspace, :member, :brand, :kind, :page, :mail, :hook)
                        on conflict (workspace_id, member_id, brand_id, kind)
                        do update set page = excluded.page, mail = excluded.mail, hook = excluded.hook
                        """)
                .bind("workspace", member.workspace())
                .bind("member", member.member())
                .bindByType("brand", brand, BrandId.class)
                .bind("kind", wish.kind().name())
                .bind("page", wish.page())
                .bind("mail", wish.mail())
                .bind("hook", wish.hook())
                .execute()));
    }

    private static List<NoticeWish> said(Handle handle, MemberScope member, @Nullable BrandId brand) {
        return handle.createQuery("""
                        select kind, page, mail, hook from notice_preference
                        where workspace_id = :workspace and member_id = :member
                          and (brand_id is null or brand_id = cast(:brand as bigint))
                        order by brand_id nulls last
                        """)
                .bind("workspace", member.workspace())
                .bind("member", member.member())
                .bindByType("brand", brand, BrandId.class)
                .map(Sql.row(NoticeWish.class))
                .list();
    }

    private static boolean isMailed(MemberScope member, @Nullable BrandId brand, NoticeKind kind) {
        Collection<Set<Role>> roles =
                brand == null ? member.roles().values() : List.of(member.roles().getOrDefault(brand, Set.of()));
        return roles.stream().flatMap(Set::stream).anyMatch(kind.mailed()::contains);
    }

    private MemberScope member(@Nullable BrandId brand, String scope) {
        MemberScope member = permissions.requireScope(scope);
        return brand == null ? member : permissions.require(brand, Permission.VIEW);
    }
}
