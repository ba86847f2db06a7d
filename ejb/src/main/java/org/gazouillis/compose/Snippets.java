package org.gazouillis.compose;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.SnippetId;
import org.gazouillis.kernel.TimeOrderedIds;
import org.gazouillis.security.BrandNotFound;
import org.gazouillis.security.Permission;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.AppDb;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.tenancy.Sql;
import org.jdbi.v3.core.Jdbi;

/// Keeps a brand's templates, snippets and variables.
@ApplicationScoped
public class Snippets {
    private static final int MOST = 500;

    private Jdbi db;
    private Permissions permissions;
    private TimeOrderedIds ids;

    @Inject
    public Snippets(@AppDb Jdbi db, Permissions permissions, TimeOrderedIds ids) {
        this.db = db;
        this.permissions = permissions;
        this.ids = ids;
    }

    @SuppressWarnings("NullAway.Init")
    Snippets() {}

    /// Keeps it under its name, in the place of what had the name before.
    ///
    /// @throws SnippetRefused when the brand keeps 500 already
    @Transactional
    public Snippet keep(BrandId brand, Snippet.Idea idea) {
        MemberScope member = permissions.require(brand, Permission.WRITE);
        if (of(brand).size() >= MOST) {
            throw new SnippetRefused("name", "The brand keeps " + MOST + " of them. Remove some first.");
        }
        return db.withHandle(handle -> handle.createQuery("""
                        insert into snippet (workspace_id, id, brand_id, kind, name, text, changed_at)
                        values (:workspace, :id, :brand, :kind, :name, :text, now())
                        on conflict (workspace_id, brand_id, kind, name) do update
                        set text = excluded.text, changed_at = excluded.changed_at
                        returning id, kind, name, text
                        """)
                .bind("workspace", member.workspace())
                .bind("id", ids.next())
                .bind("brand", brand)
                .bind("kind", idea.kind().name())
                .bind("name", idea.name())
                .bind("text", idea.text())
                .map(Sql.row(Snippet.class))
                .one());
    }

    /// By kind and name.
    @Transactional
    public List<Snippet> of(BrandId brand) {
        MemberScope member = permissions.require(brand, Permission.VIEW);
        return db.withHandle(handle -> handle.createQuery("""
                        select id, kind, name, text from snippet
                        where workspace_id = :workspace and brand_id = :brand order by kind, name limit :most
                        """)
                .bind("workspace", member.workspace())
                .bind("brand", brand)
                .bind("most", MOST)
                .map(Sql.row(Snippet.class))
                .list());
    }

    /// @throws SnippetNotFound when the member sees none of that id
    @Transactional
    public void remove(SnippetId id) {
        MemberScope member = permissions.requireScope("write");
        BrandId brand = db.withHandle(handle -> handle.createQuery(
                                "select brand_id from snippet where workspace_id = :workspace and id = :id")
                        .bind("workspace", member.workspace())
                        .bind("id", id)
                        .mapTo(BrandId.class)
                        .findOne())
                .orElseThrow(() -> new SnippetNotFound(id));
        try {
            permissions.require(brand, Permission.WRITE);
        } catch (BrandNotFound unseen) {
            throw new SnippetNotFound(id);
        }
        db.useHandle(handle -> handle.createUpdate("delete from snippet where workspace_id = :workspace and id = :id")
                .bind("workspace", member.workspace())
                .bind("id", id)
                .execute());
    }
}
