package org.gazouillis.dashboard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.gazouillis.audit.AuditEntry;
import org.gazouillis.audit.AuditTrail;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.SavedViewId;
import org.gazouillis.kernel.TimeOrderedIds;
import org.gazouillis.security.BrandNotFound;
import org.gazouillis.security.Permission;
import org.gazouillis.security.PermissionDenied;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.AppDb;
import org.gazouillis.tenancy.MemberScope;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Keeps views of Explore: of each brand a member's own, and those shared with its members. Whoever sets the rules of a
/// brand may share views there, and change and remove those that are shared.
@ApplicationScoped
@Transactional
public class SavedViews {
    private static final int MOST = 100;

    private Jdbi db;
    private Permissions permissions;
    private AuditTrail trail;
    private TimeOrderedIds ids;

    @Inject
    public SavedViews(@AppDb Jdbi db, Permissions permissions, AuditTrail trail, TimeOrderedIds ids) {
        this.db = db;
        this.permissions = permissions;
        this.trail = trail;
        this.ids = ids;
    }

    @SuppressWarnings("NullAway.Init")
    SavedViews() {}

    /// All that the member sees, by name.
    ///
    /// @throws BrandNotFound when the member does not see the brand
    public List<SavedView> all(BrandId brand) {
        MemberScope member = permissions.require(brand, Permission.ANALYSE);
        return db.withHandle(handle -> SavedViewRows.all(handle, member, brand)).stream()
                .map(row -> row.shown(member, mayShare(brand)))
                .toList();
    }

    /// @throws SavedViewNotFound when the member sees none of that id
    public SavedView one(BrandId brand, SavedViewId id) {
        MemberScope member = permissions.require(brand, Permission.ANALYSE);
        return db.withHandle(handle -> row(handle, member, brand, id, false)).shown(member, mayShare(brand));
    }

    /// @throws SavedViewRefused when the member keeps 100 of the brand already
    /// @throws PermissionDenied when it is to be shared, and the member does not set the brand's rules
    public SavedView keep(BrandId brand, ViewIdea idea) {
        MemberScope member = writer(brand);
        requireSharing(brand, idea.shared());
        SavedViewId id = new SavedViewId(ids.next());
        db.useHandle(handle -> {
            if (SavedViewRows.madeBy(handle, member, brand) >= MOST) {
                throw new SavedViewRefused("name", "You keep " + MOST + " views of this brand. Remove some first.");
            }
            SavedViewRows.insert(handle, member, brand, id, idea);
            record(handle, member, brand, id, "view.saved");
        });
        return one(brand, id);
    }

    /// Replaces name, state and sharing.
    ///
    /// @throws SavedViewNotFound when the member sees none of that id
    /// @throws SavedViewRefused when somebody else's is to be shared differently
    /// @throws PermissionDenied when the member may not change it, or not share it
    public SavedView change(BrandId brand, SavedViewId id, ViewIdea idea) {
        MemberScope member = writer(brand);
        db.useHandle(handle -> {
            SavedViewRows.Row row = changeable(handle, member, brand, id, false);
            if (row.shared() != idea.shared() && !row.isOf(member)) {
                throw new SavedViewRefused("shared", "Only who made a view can share it differently.");
            }
            requireSharing(brand, idea.shared() && !row.shared());
            SavedViewRows.update(handle, member, brand, id, idea);
            record(handle, member, brand, id, "view.changed");
        });
        return one(brand, id);
    }

    /// It can be brought back for a day.
    ///
    /// @throws SavedViewNotFound when the member sees none of that id
    public void remove(BrandId brand, SavedViewId id) {
        mark(brand, id, true, "view.removed");
    }

    /// Undoes [#remove].
    ///
    /// @throws SavedViewNotFound when it is gone for good, or never was the member's to remove
    public SavedView restore(BrandId brand, SavedViewId id) {
        mark(brand, id, false, "view.restored");
        return one(brand, id);
    }

    private void mark(BrandId brand, SavedViewId id, boolean removed, String action) {
        MemberScope member = writer(brand);
        db.useHandle(handle -> {
            changeable(handle, member, brand, id, !removed);
            SavedViewRows.mark(handle, member, brand, id, removed);
            record(handle, member, brand, id, action);
        });
    }

    /// Refused as any deed that needs a right to set rules.
    private SavedViewRows.Row changeable(
            Handle handle, MemberScope member, BrandId brand, SavedViewId id, boolean removed) {
        SavedViewRows.Row row = row(handle, member, brand, id, removed);
        if (!row.isOf(member)) {
            permissions.require(brand, Permission.SET_RULES);
        }
        return row;
    }

    private static SavedViewRows.Row row(
            Handle handle, MemberScope member, BrandId brand, SavedViewId id, boolean removed) {
        return SavedViewRows.one(handle, member, brand, id, removed).orElseThrow(() -> new SavedViewNotFound(id));
    }

    private MemberScope writer(BrandId brand) {
        permissions.requireScope("write");
        return permissions.require(brand, Permission.ANALYSE);
    }

    private void requireSharing(BrandId brand, boolean shared) {
        if (shared) {
            permissions.require(brand, Permission.SET_RULES);
        }
    }

    private boolean mayShare(BrandId brand) {
        return permissions.may(brand, Permission.SET_RULES);
    }

    private void record(Handle handle, MemberScope member, BrandId brand, SavedViewId id, String action) {
        trail.record(handle, new AuditEntry(member.workspace(), member.member(), brand, action, id, "{}"));
    }
}
