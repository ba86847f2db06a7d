package org.gazouillis.compose;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.DraftId;
import org.gazouillis.kernel.PostId;
import org.gazouillis.kernel.TimeOrderedIds;
import org.gazouillis.security.Permission;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.AppDb;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.tenancy.Sql;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Keeps what members are writing. A draft belongs to who writes it; nobody else sees it.
@ApplicationScoped
public class Drafts {
    private static final int MOST = 200;
    private static final String COLUMNS = "id, brand_id, post_id, text, fields::text as fields, edition, updated_at";

    private Jdbi db;
    private Permissions permissions;
    private TimeOrderedIds ids;

    @Inject
    public Drafts(@AppDb Jdbi db, Permissions permissions, TimeOrderedIds ids) {
        this.db = db;
        this.permissions = permissions;
        this.ids = ids;
    }

    @SuppressWarnings("NullAway.Init")
    Drafts() {}

    /// @param post the post that is being changed; null for a new one
    /// @throws DraftNotKept when the member has 200 for this brand already
    @Transactional
    public Draft begin(BrandId brand, @Nullable PostId post, DraftFields fields) {
        MemberScope member = permissions.require(brand, Permission.WRITE);
        DraftId id = new DraftId(ids.next());
        db.useHandle(handle -> {
            if (of(handle, member, brand).size() >= MOST) {
                throw new DraftNotKept("You have " + MOST + " drafts for this brand. Send some, or throw some away.");
            }
            handle.createUpdate("""
                            insert into draft (workspace_id, id, brand_id, member_id, post_id, text, fields, created_at,
                                               updated_at)
                            values (:workspace, :id, :brand, :member, :post, :text, :fields::jsonb, now(), now())
                            """)
                    .bind("workspace", member.workspace())
                    .bind("id", id)
                    .bind("brand", brand)
                    .bind("member", member.member())
                    .bind("post", post == null ? null : Long.valueOf(post.value()))
                    .bind("text", fields.text())
                    .bind("fields", fields.json())
                    .execute();
        });
        return one(id);
    }

    /// @param edition the edition that these fields came from
    /// @throws DraftChangedMeanwhile when another window saved a later one
    @Transactional
    public Draft keep(DraftId id, DraftFields fields, int edition) {
        MemberScope member = permissions.requireScope("write");
        int kept = db.withHandle(handle -> handle.createUpdate("""
                        update draft set text = :text, fields = :fields::jsonb, edition = edition + 1, updated_at = now()
                        where workspace_id = :workspace and id = :id and member_id = :member and edition = :edition
                        """)
                .bind("text", fields.text())
                .bind("fields", fields.json())
                .bind("workspace", member.workspace())
                .bind("id", id)
                .bind("member", member.member())
                .bind("edition", edition)
                .execute());
        Draft draft = one(id);
        if (kept == 0) {
            throw new DraftChangedMeanwhile(edition, draft.edition());
        }
        return draft;
    }

    /// @throws DraftNotFound when the member has no such draft
    @Transactional
    public Draft one(DraftId id) {
        MemberScope member = permissions.requireScope("read");
        return db.withHandle(handle -> handle.createQuery("select " + COLUMNS
                                + " from draft where workspace_id = :workspace and id = :id and member_id = :member")
                        .bind("workspace", member.workspace())
                        .bind("id", id)
                        .bind("member", member.member())
                        .map(Sql.row(Draft.class))
                        .findOne())
                .orElseThrow(() -> new DraftNotFound(id));
    }

    /// The member's own, the one that was saved last first.
    @Transactional
    public List<Draft> of(BrandId brand) {
        MemberScope member = permissions.require(brand, Permission.VIEW);
        return db.withHandle(handle -> of(handle, member, brand));
    }

    /// @throws DraftNotFound when the member has no such draft
    @Transactional
    public void discard(DraftId id) {
        MemberScope member = permissions.requireScope("write");
        if (db.withHandle(handle -> discard(handle, member, id)) == 0) {
            throw new DraftNotFound(id);
        }
    }

    /// Within the transaction that makes a post of it.
    static int discard(Handle handle, MemberScope member, DraftId id) {
        return handle.createUpdate(
                        "delete from draft where workspace_id = :workspace and id = :id and member_id = :member")
                .bind("workspace", member.workspace())
                .bind("id", id)
                .bind("member", member.member())
                .execute();
    }

    private static List<Draft> of(Handle handle, MemberScope member, BrandId brand) {
        return handle.createQuery("select " + COLUMNS + """
                         from draft where workspace_id = :workspace and brand_id = :brand and member_id = :member
                        order by updated_at desc, id desc limit :most
                        """)
                .bind("workspace", member.workspace())
                .bind("brand", brand)
                .bind("member", member.member())
                .bind("most", MOST)
                .map(Sql.row(Draft.class))
                .list();
    }
}
