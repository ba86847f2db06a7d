package org.gazouillis.listen;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.MemberId;
import org.gazouillis.kernel.SavedSearchId;
import org.gazouillis.security.Permission;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.tenancy.Role;
import org.gazouillis.tenancy.Sql;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/// Saved searches in the database.
final class SavedSearchRows {
    /// What a member sees: their own, and those shared with one of their brands; none of a brand they see no more.
    static final String SEEN = """
            q.workspace_id = :workspace and (q.member_id = :member or q.brand_id = any (:brands))
              and (q.only_brand_id is null or q.only_brand_id = any (:brands))
            """;
    private static final String SELECT = """
            select q.id, q.name, q.query, o.handle as only_brand, q.ranking, q.brand_id, s.handle as shared_with, q.member_id,
                   m.name as maker, q.changed_at,
                   exists (select from alert a where a.workspace_id = q.workspace_id and a.search_id = q.id
                             and a.member_id = :member and a.removed_at is null) as watched
            from saved_search q
            join member m on m.workspace_id = q.workspace_id and m.id = q.member_id
            left join brand o on o.workspace_id = q.workspace_id and o.id = q.only_brand_id
            left join brand s on s.workspace_id = q.workspace_id and s.id = q.brand_id
            where
            """ + SEEN;

    private SavedSearchRows() {}

    static List<Row> all(Handle handle, MemberScope member) {
        return handle.createQuery(SELECT + " and q.removed_at is null order by lower(q.name), q.id")
                .bindMap(who(member))
                .map(Sql.row(Row.class))
                .list();
    }

    static Optional<Row> one(Handle handle, MemberScope member, SavedSearchId id) {
        return one(handle, member, id, "null");
    }

    static Optional<Row> removed(Handle handle, MemberScope member, SavedSearchId id) {
        return one(handle, member, id, "not null");
    }

    private static Optional<Row> one(Handle handle, MemberScope member, SavedSearchId id, String removed) {
        return handle.createQuery(SELECT + " and q.id = :id and q.removed_at is " + removed)
                .bindMap(who(member))
                .bind("id", id)
                .map(Sql.row(Row.class))
                .findOne();
    }

    static int madeBy(Handle handle, MemberScope member) {
        return handle.createQuery("""
                        select count(*)::int from saved_search
                        where workspace_id = :workspace and member_id = :member and removed_at is null
                        """)
                .bind("workspace", member.workspace())
                .bind("member", member.member())
                .mapTo(Integer.class)
                .one();
    }

    static void insert(
            Handle handle,
            MemberScope member,
            SavedSearchId id,
            SearchIdea idea,
            @Nullable BrandId only,
            @Nullable BrandId shared) {
        Update insert = handle.createUpdate("""
                        insert into saved_search (workspace_id, id, member_id, brand_id, only_brand_id, name, query, ranking,
                          changed_at)
                        values (:workspace, :id, :member, :shared, :only, :name, :query, :ranking, now())
                        """).bind("member", member.member());
        write(insert, member, id, idea, only, shared);
    }

    static void update(
            Handle handle,
            MemberScope member,
            SavedSearchId id,
            SearchIdea idea,
            @Nullable BrandId only,
            @Nullable BrandId shared) {
        Update update = handle.createUpdate("""
                update saved_search set brand_id = :shared, only_brand_id = :only, name = :name, query = :query,
                  ranking = :ranking, changed_at = now()
                where workspace_id = :workspace and id = :id
                """);
        write(update, member, id, idea, only, shared);
    }

    private static void write(
            Update statement,
            MemberScope member,
            SavedSearchId id,
            SearchIdea idea,
            @Nullable BrandId only,
            @Nullable BrandId shared) {
        statement
                .bind("workspace", member.workspace())
                .bind("id", id)
                .bindByType("shared", shared, BrandId.class)
                .bindByType("only", only, BrandId.class)
                .bind("name", idea.name())
                .bind("query", idea.query())
                .bind("ranking", idea.order().name())
                .execute();
    }

    static void remove(Handle handle, MemberScope member, SavedSearchId id) {
        mark(handle, member, id, "now()");
    }

    static void restore(Handle handle, MemberScope member, SavedSearchId id) {
        mark(handle, member, id, "null");
    }

    private static void mark(Handle handle, MemberScope member, SavedSearchId id, String removed) {
        handle.createUpdate("update saved_search set removed_at = " + removed
                        + " where workspace_id = :workspace and id = :id")
                .bind("workspace", member.workspace())
                .bind("id", id)
                .execute();
    }

    /// By whomever.
    static boolean isWatched(Handle handle, MemberScope member, SavedSearchId id) {
        return handle.createQuery("""
                        select exists (select from alert
                                       where workspace_id = :workspace and search_id = :id and removed_at is null)
                        """)
                .bind("workspace", member.workspace())
                .bind("id", id)
                .mapTo(Boolean.class)
                .one();
    }

    /// Whoever matches statuses reads these alerts again.
    static void tellWatchers(Handle handle, MemberScope member, SavedSearchId id) {
        handle.createUpdate("""
                        insert into outbox (kind, workspace_id, subject, payload, at)
                        select 'WatchChanged', workspace_id, id, '{}', now() from alert
                        where workspace_id = :workspace and search_id = :id and removed_at is null
                        """)
                .bind("workspace", member.workspace())
                .bind("id", id)
                .execute();
    }

    static Map<String, Object> who(MemberScope member) {
        return Map.of(
                "workspace",
                member.workspace(),
                "member",
                member.member(),
                "brands",
                member.roles().keySet().stream().map(BrandId::value).toArray(Long[]::new));
    }

    record Row(
            SavedSearchId id,
            String name,
            String query,
            @Nullable String onlyBrand,
            String ranking,
            @Nullable BrandId brandId,
            @Nullable String sharedWith,
            MemberId memberId,
            String maker,
            Instant changedAt,
            boolean watched) {
        boolean isOf(MemberScope member) {
            return memberId.equals(member.member());
        }

        boolean changeableBy(MemberScope member) {
            Set<Role> roles = brandId == null ? Set.of() : member.roles().getOrDefault(brandId, Set.of());
            return isOf(member) || Permission.SET_RULES.isGivenTo(roles);
        }

        SavedSearch shown(MemberScope member) {
            return new SavedSearch(
                    id,
                    name,
                    query,
                    onlyBrand,
                    SearchOrder.valueOf(ranking),
                    sharedWith,
                    maker,
                    isOf(member),
                    changeableBy(member),
                    watched,
                    changedAt);
        }
    }
}
