package org.gazouillis.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.TimeOrderedIds;
import org.gazouillis.security.Permission;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.AppDb;
import org.gazouillis.tenancy.MemberScope;
import org.jdbi.v3.core.Jdbi;

/// The saved profiles of a brand.
@ApplicationScoped
public class BulkProfiles {
    private static final int MOST = 100;
    private static final int LONGEST_NAME = 60;

    private Jdbi db;
    private Permissions permissions;
    private TimeOrderedIds ids;

    @Inject
    public BulkProfiles(@AppDb Jdbi db, Permissions permissions, TimeOrderedIds ids) {
        this.db = db;
        this.permissions = permissions;
        this.ids = ids;
    }

    @SuppressWarnings("NullAway.Init")
    BulkProfiles() {}

    /// By name.
    @Transactional
    public List<BulkProfile> all(BrandId brand) {
        MemberScope member = permissions.require(brand, Permission.VIEW);
        return db.withHandle(handle -> handle.createQuery("""
                        select name, wish from bulk_profile where workspace_id = :workspace and brand_id = :brand
                        order by lower(name), name limit :limit
                        """)
                .bind("workspace", member.workspace())
                .bind("brand", brand)
                .bind("limit", MOST)
                .map((row, context) -> new BulkProfile(row.getString("name"), BulkWish.parse(row.getString("wish"))))
                .list());
    }

    /// @throws BulkNotFound when the brand has none of this name
    @Transactional
    public BulkProfile named(BrandId brand, String name) {
        return all(brand).stream()
                .filter(profile -> profile.name().equals(name))
                .findFirst()
                .orElseThrow(() -> BulkNotFound.profile(name));
    }

    /// Keeps it under its name, in place of an earlier one of that name.
    ///
    /// @throws ImportWishRefused when the name is empty or too long, or there are a hundred already
    @Transactional
    public void save(BrandId brand, BulkProfile profile) {
        MemberScope member = permissions.require(brand, Permission.WRITE);
        var name = profile.name().strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw new ImportWishRefused("Give the profile a name of 1 to " + LONGEST_NAME + " characters.");
        }
        var known = all(brand);
        if (known.size() >= MOST && known.stream().noneMatch(each -> each.name().equals(name))) {
            throw new ImportWishRefused("The brand has " + MOST + " profiles already. Delete one first.");
        }
        db.useHandle(handle -> handle.createUpdate("""
                        insert into bulk_profile (workspace_id, id, brand_id, name, wish, created_at)
                        values (:workspace, :id, :brand, :name, :wish::jsonb, now())
                        on conflict (workspace_id, brand_id, name) do update set wish = excluded.wish
                        """)
                .bind("workspace", member.workspace())
                .bind("id", ids.next())
                .bind("brand", brand)
                .bind("name", name)
                .bind("wish", profile.wish().toJson())
                .execute());
    }

    /// @throws BulkNotFound when the brand has none of this name
    @Transactional
    public void delete(BrandId brand, String name) {
        MemberScope member = permissions.require(brand, Permission.WRITE);
        int deleted = db.withHandle(handle -> handle.createUpdate("""
                        delete from bulk_profile where workspace_id = :workspace and brand_id = :brand and name = :name
                        """)
                .bind("workspace", member.workspace())
                .bind("brand", brand)
                .bind("name", name)
                .execute());
        if (deleted == 0) {
            throw BulkNotFound.profile(name);
        }
    }
}
