package org.gazouillis.tenancy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.MemberId;
import org.gazouillis.kernel.ProfileId;
import org.gazouillis.kernel.WorkspaceId;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Finds members while nobody is signed in yet, and what they may see.
@ApplicationScoped
public class Members {
    private final Jdbi db;

    @Inject
    public Members(@WorkerDb Jdbi db) {
        this.db = db;
    }

    public Members() {
        this(Jdbi.create("jdbc:none"));
    }

    @Transactional
    public Optional<MemberId> byEmail(String email) {
        return db.withHandle(handle -> handle.createQuery(
                        "select id from member where lower(email) = lower(:email) and disabled_at is null")
                .bind("email", email.strip())
                .mapTo(MemberId.class)
                .findOne());
    }

    /// Who owns the brand with this handle; of several the one who came first.
    @Transactional
    public Optional<MemberId> firstOwnerOf(String brandHandle) {
        return db.withHandle(handle -> handle.createQuery("""
                        select m.id
                        from brand b
                        join membership r on r.workspace_id = b.workspace_id and r.role = 'OWNER'
                             and (r.brand_id = b.id or r.brand_id is null)
                        join member m on m.workspace_id = r.workspace_id and m.id = r.member_id and m.disabled_at is null
                        where b.handle = :handle
                        order by m.id limit 1
                        """)
                .bind("handle", brandHandle)
                .mapTo(MemberId.class)
                .findOne());
    }

    /// A member's brands and roles there, read in one query; empty when the member is unknown or disabled.
    @Transactional
    public Optional<MemberScope> scope(MemberId member, Set<String> tokenScopes) {
        List<Row> rows = db.withHandle(handle -> handle.createQuery("""
                        select m.workspace_id, m.profile_id, m.email, b.id as brand_id, r.role
                        from member m
                        left join membership r on r.workspace_id = m.workspace_id and r.member_id = m.id
                        left join brand b on b.workspace_id = m.workspace_id
                             and (b.id = r.brand_id or r.brand_id is null and r.role is not null)
                        where m.id = :member and m.disabled_at is null
                        """)
                .bind("member", member)
                .map(Sql.row(Row.class))
                .list());
        return rows.isEmpty() ? Optional.empty() : Optional.of(scope(member, rows, tokenScopes));
    }

    private static MemberScope scope(MemberId member, List<Row> rows, Set<String> tokenScopes) {
        Map<BrandId, Set<Role>> roles = new HashMap<>();
        for (Row row : rows) {
            if (row.brandId() != null && row.role() != null) {
                roles.computeIfAbsent(new BrandId(row.brandId()), brand -> EnumSet.noneOf(Role.class))
                        .add(Role.valueOf(row.role()));
            }
        }
        Row any = rows.getFirst();
        return new MemberScope(
                new WorkspaceId(any.workspaceId()),
                member,
                new ProfileId(any.profileId()),
                any.email(),
                roles,
                tokenScopes);
    }

    record Row(
            long workspaceId,
            long profileId,
            String email,
            @Nullable Long brandId,
            @Nullable String role) {}
}
