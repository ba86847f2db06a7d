package org.gazouillis.listen;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gazouillis.kernel.SavedSearchId;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.AppDb;
import org.gazouillis.tenancy.MemberScope;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/// The saved searches that the current member has side by side on the timeline page.
@ApplicationScoped
@Transactional
public class SearchColumns {
    public static final int MOST = 12;

    private Jdbi db;
    private Permissions permissions;
    private SavedSearches searches;

    @Inject
    public SearchColumns(@AppDb Jdbi db, Permissions permissions, SavedSearches searches) {
        this.db = db;
        this.permissions = permissions;
        this.searches = searches;
    }

    @SuppressWarnings("NullAway.Init")
    SearchColumns() {}

    /// From left to right; those that the member does not see any more are left out.
    public List<SavedSearch> mine() {
        MemberScope member = permissions.requireScope("read");
        Map<SavedSearchId, SavedSearch> seen =
                searches.all().stream().collect(Collectors.toMap(SavedSearch::id, Function.identity()));
        return db.withHandle(handle -> places(handle, member)).stream()
                .filter(seen::containsKey)
                .map(id -> Objects.requireNonNull(seen.get(id)))
                .toList();
    }

    /// Puts these side by side in this order, in the place of all before.
    ///
    /// @throws SavedSearchNotFound when the member does not see one of them
    /// @throws SavedSearchRefused for more than twelve
    public List<SavedSearch> arrange(List<SavedSearchId> wanted) {
        MemberScope member = permissions.requireScope("write");
        Set<SavedSearchId> columns = new LinkedHashSet<>(wanted);
        if (columns.size() > MOST) {
            throw new SavedSearchRefused("searches", "Put at most " + MOST + " searches side by side.");
        }
        Set<SavedSearchId> seen = searches.all().stream().map(SavedSearch::id).collect(Collectors.toSet());
        for (SavedSearchId column : columns) {
            if (!seen.contains(column)) {
                throw new SavedSearchNotFound(column);
            }
        }
        db.useHandle(handle -> replace(handle, member, columns));
        return mine();
    }

    private static List<SavedSearchId> places(Handle handle, MemberScope member) {
        return handle.createQuery("""
                        select search_id from search_column
                        where workspace_id = :workspace and member_id = :member order by place
                        """)
                .bind("workspace", member.workspace())
                .bind("member", member.member())
                .mapTo(SavedSearchId.class)
                .list();
    }

    private static void replace(Handle handle, MemberScope member, Set<SavedSearchId> columns) {
        handle.createUpdate("delete from search_column where workspace_id = :workspace and member_id = :member")
                .bind("workspace", member.workspace())
                .bind("member", member.member())
                .execute();
        PreparedBatch all = handle.prepareBatch("""
                insert into search_column (workspace_id, member_id, search_id, place)
                values (:workspace, :member, :search, :place)
                """);
        int place = 0;
        for (SavedSearchId column : columns) {
            all.bind("workspace", member.workspace())
                    .bind("member", member.member())
                    .bind("search", column)
                    .bind("place", place++)
                    .add();
        }
        if (place > 0) {
            all.execute();
        }
    }
}
