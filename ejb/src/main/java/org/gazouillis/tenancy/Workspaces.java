package org.gazouillis.tenancy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.MemberId;
import org.gazouillis.kernel.TimeOrderedIds;
import org.gazouillis.kernel.WorkspaceId;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Founds workspaces and fills them with brands and members. It serves nobody who is signed in: the first run and the
/// demo call it, and it works in front of the wall.
@ApplicationScoped
public class Workspaces {
    private final Jdbi db;
    private final TimeOrderedIds ids;
    private final Clock clock;

    @Inject
    public Workspaces(@WorkerDb Jdbi db, TimeOrderedIds ids, Clock clock) {
        this.db = db;
        this.ids = ids;
        this.clock = clock;
    }

    public Workspaces() {
        this(Jdbi.create("jdbc:none"), new TimeOrderedIds(Clock.systemUTC(), 0), Clock.systemUTC());
    }

    @Transactional
    public WorkspaceId found(String name) {
        WorkspaceId workspace = new WorkspaceId(ids.next());
        db.useHandle(handle -> handle.execute(
                "insert into workspace (id, name, created_at) values (?, ?, ?)", workspace, name, clock.instant()));
        return workspace;
    }

    /// Creates the brand, its profile on the built-in micro-blog and the social account that joins them.
    ///
    /// @throws HandleTaken when a brand or a profile has the handle
    @Transactional
    public BrandId addBrand(NewBrand brand) {
        BrandId id = new BrandId(ids.next());
        Instant now = clock.instant();
        db.useHandle(handle -> {
            long profile = ids.next();
            Profiles.insert(handle, profile, brand.handle(), brand.name(), brand.locale(), now);
            insert(handle, id, brand, now);
            handle.execute("""
                    insert into social_account (workspace_id, id, brand_id, network, handle, profile_id, created_at)
                    values (?, ?, ?, 'gazouillis', ?, ?, ?)
                    """, brand.workspace(), ids.next(), id, brand.handle(), profile, now);
        });
        return id;
    }

    private static void insert(Handle handle, BrandId id, NewBrand brand, Instant now) {
        handle.createUpdate("""
                        insert into brand (workspace_id, id, handle, name, zone, colour, locale, created_at)
                        values (:workspace, :id, :handle, :name, :zone, :colour, :locale, :now)
                        """)
                .bindMethods(brand)
                .bind("id", id)
                .bind("now", now)
                .execute();
    }

    /// Creates the member and their profile. They see no brand before [#grant].
    @Transactional
    public MemberId addMember(NewMember member) {
        MemberId id = new MemberId(ids.next());
        Instant now = clock.instant();
        db.useHandle(handle -> {
            long profile = ids.next();
            String profileHandle = Profiles.freeHandle(handle, member.handle());
            Profiles.insert(handle, profile, profileHandle, member.name(), member.locale(), now);
            insert(handle, id, profile, member, now);
        });
        return id;
    }

    private static void insert(Handle handle, MemberId id, long profile, NewMember member, Instant now) {
        handle.createUpdate("""
                        insert into member (workspace_id, id, email, name, password_hash, locale, profile_id, created_at)
                        values (:workspace, :id, :email, :name, :passwordHash, :locale, :profile, :now)
                        """)
                .bind("workspace", member.workspace())
                .bind("id", id)
                .bind("email", member.email().strip())
                .bind("name", member.name())
                .bind("passwordHash", member.passwordHash())
                .bind("locale", member.locale())
                .bind("profile", profile)
                .bind("now", now)
                .execute();
    }

    /// Gives a role for one brand, or with `brand` null for all brands of the workspace, also those to come.
    @Transactional
    public void grant(WorkspaceId workspace, MemberId member, @Nullable BrandId brand, Role role) {
        db.useHandle(handle -> handle.createUpdate("""
                        insert into membership (workspace_id, member_id, brand_id, role)
                        values (:workspace, :member, :brand, :role) on conflict do nothing
                        """)
                .bind("workspace", workspace)
                .bind("member", member)
                .bind("brand", brand == null ? null : brand.value())
                .bind("role", role.name())
                .execute());
    }
}
