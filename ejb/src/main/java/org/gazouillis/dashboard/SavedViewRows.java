package org.gazouillis.dashboard;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.MemberId;
import org.gazouillis.kernel.SavedViewId;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.tenancy.Sql;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;

/// Saved views in the database. A member sees their own and those that are shared with the brand's members.
final class SavedViewRows {
    private static final String SEEN = """
            select v.id, v.name, v.state, v.shared, v.member_id, m.name as maker, v.changed_at
            from saved_view v join member m on m.workspace_id = v.workspace_id and m.id = v.member_id
            where v.workspace_id = :workspace and v.brand_id = :brand and (v.member_id = :member or v.shared)
            """;

    private SavedViewRows() {}

    static List<Row> all(Handle handle, MemberScope member, BrandId brand) {
        return seen(handle, member, brand, " and v.removed_at is null order by lower(v.name), v.id")
                .map(Sql.row(Row.class))
                .list();
    }

    /// @param removed whether it is looked for among those that were removed
    static Optional<Row> one(Handle handle, MemberScope member, BrandId brand, SavedViewId id, boolean removed) {
        return seen(handle, member, brand, " and v.id = :id and (v.removed_at is not null) = :removed")
                .bind("id", id)
                .bind("removed", removed)
                .map(Sql.row(Row.class))
                .findOne();
    }

    private static Query seen(Handle handle, MemberScope member, BrandId brand, String rest) {
        return handle.createQuery(SEEN + rest)
                .bind("workspace", member.workspace())
                .bind("brand", brand)
                .bind("member", member.member());
    }

    static int madeBy(Handle handle, MemberScope member, BrandId brand) {
        return handle.createQuery("""
                        select count(*)::int from saved_view where workspace_id = :workspace and brand_id = :brand
                          and member_id = :member and removed_at is null
                        """)
                .bind("workspace", member.workspace())
                .bind("brand", brand)
                .bind("member", member.member())
                .mapTo(Integer.class)
                .one();
    }

    static void insert(Handle handle, MemberScope member, BrandId brand, SavedViewId id, ViewIdea idea) {
        write(handle.createUpdate("""
                                insert into saved_view (workspace_id, id, brand_id, member_id, name, state, shared, changed_at)
                                values (:workspace, :id, :brand, :member, :name, :state, :shared, now())
                                """).bind("member", member.member()), member, brand, id, idea);
    }

    static void update(Handle handle, MemberScope member, BrandId brand, SavedViewId id, ViewIdea idea) {
        write(handle.createUpdate("""
                        update saved_view set name = :name, state = :state, shared = :shared, changed_at = now()
                        where workspace_id = :workspace and brand_id = :brand and id = :id
                        """), member, brand, id, idea);
    }

    private static void write(Update statement, MemberScope member, BrandId brand, SavedViewId id, ViewIdea idea) {
        statement
                .bind("workspace", member.workspace())
                .bind("brand", brand)
                .bind("id", id)
                .bind("name", idea.name())
                .bind("state", idea.state())
                .bind("shared", idea.shared())
                .execute();
    }

    static void mark(Handle handle, MemberScope member, BrandId brand, SavedViewId id, boolean removed) {
        handle.createUpdate("""
                        update saved_view set removed_at = case when :removed then now() end
                        where workspace_id = :workspace and brand_id = :brand and id = :id
                        """)
                .bind("removed", removed)
                .bind("workspace", member.workspace())
                .bind("brand", brand)
                .bind("id", id)
                .execute();
    }

    record Row(
            SavedViewId id,
            String name,
            String state,
            boolean shared,
            MemberId memberId,
            String maker,
            Instant changedAt) {
        boolean isOf(MemberScope member) {
            return memberId.equals(member.member());
        }

        /// @param mayShare whether the member may set the rules of the brand
        SavedView shown(MemberScope member, boolean mayShare) {
            return new SavedView(id, name, state, shared, maker, isOf(member), isOf(member) || mayShare, changedAt);
        }
    }
}
