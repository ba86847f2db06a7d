package org.gazouillis.listen;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import org.gazouillis.audit.AuditEntry;
import org.gazouillis.audit.AuditTrail;
import org.gazouillis.index.KnownList;
import org.gazouillis.index.Selection;
import org.gazouillis.index.Standpoint;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.SavedSearchId;
import org.gazouillis.kernel.TimeOrderedIds;
import org.gazouillis.security.BrandNames;
import org.gazouillis.security.BrandNotFound;
import org.gazouillis.security.Permission;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.AppDb;
import org.gazouillis.tenancy.MemberScope;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Keeps searches: a member's own, and those shared with the members of a brand. Whoever made one may change it; who
/// sets the rules of the brand that it is shared with may do so, too, but not share it differently.
@ApplicationScoped
@Transactional
public class SavedSearches {
    private static final int MOST = 500;

    private Jdbi db;
    private Permissions permissions;
    private BrandNames brands;
    private AuditTrail trail;
    private TimeOrderedIds ids;

    @Inject
    public SavedSearches(
            @AppDb Jdbi db, Permissions permissions, BrandNames brands, AuditTrail trail, TimeOrderedIds ids) {
        this.db = db;
        this.permissions = permissions;
        this.brands = brands;
        this.trail = trail;
        this.ids = ids;
    }

    @SuppressWarnings("NullAway.Init")
    SavedSearches() {}

    /// All that the member sees, by name.
    public List<SavedSearch> all() {
        MemberScope member = permissions.requireScope("read");
        return db.withHandle(handle -> SavedSearchRows.all(handle, member)).stream()
                .map(row -> row.shown(member))
                .toList();
    }

    /// @throws SavedSearchNotFound when the member sees none of that id
    public SavedSearch one(SavedSearchId id) {
        MemberScope member = permissions.requireScope("read");
        return db.withHandle(handle -> row(handle, member, id)).shown(member);
    }

    /// @throws SavedSearchRefused when the member keeps 500 already, or shares one that names a list of their own
    /// @throws BrandNotFound when the member does not see a brand that it names
    public SavedSearch keep(SearchIdea idea) {
        MemberScope member = permissions.requireScope("write");
        SavedSearchId id = new SavedSearchId(ids.next());
        db.useHandle(handle -> {
            if (SavedSearchRows.madeBy(handle, member) >= MOST) {
                throw new SavedSearchRefused("name", "You keep " + MOST + " searches. Remove some first.");
            }
            BrandId shared = brand(idea.sharedWith());
            requireListsOf(handle, member, idea, shared);
            SavedSearchRows.insert(handle, member, id, idea, brand(idea.only()), shared);
            record(handle, member, id, shared, "search.saved");
        });
        return one(id);
    }

    /// Replaces name, query, filter and sharing. Alerts go on with the new query.
    ///
    /// @throws SavedSearchNotFound when the member sees none of that id
    /// @throws QueryNotUnderstood when somebody watches it, and no alert can wait for the new query
    public SavedSearch change(SavedSearchId id, SearchIdea idea) {
        MemberScope member = permissions.requireScope("write");
        BrandId shared = brand(idea.sharedWith());
        db.useHandle(handle -> {
            SavedSearchRows.Row row = changeable(handle, member, id);
            if (!row.isOf(member) && !Objects.equals(row.brandId(), shared)) {
                throw new SavedSearchRefused("sharedWith", "Only who made a search can share it differently.");
            }
            requireListsOf(handle, member, idea, shared);
            if (SavedSearchRows.isWatched(handle, member, id)) {
                Watchable.check(idea.query());
            }
            SavedSearchRows.update(handle, member, id, idea, brand(idea.only()), shared);
            changed(handle, member, id, shared, "search.changed");
        });
        return one(id);
    }

    /// It can be brought back for a day.
    ///
    /// @throws SavedSearchNotFound when the member sees none of that id
    public void remove(SavedSearchId id) {
        MemberScope member = permissions.requireScope("write");
        db.useHandle(handle -> {
            SavedSearchRows.Row row = changeable(handle, member, id);
            SavedSearchRows.remove(handle, member, id);
            changed(handle, member, id, row.brandId(), "search.removed");
        });
    }

    /// Undoes [#remove].
    ///
    /// @throws SavedSearchNotFound when it is gone for good, or never was the member's to remove
    public SavedSearch restore(SavedSearchId id) {
        MemberScope member = permissions.requireScope("write");
        db.useHandle(handle -> {
            SavedSearchRows.Row row = SavedSearchRows.removed(handle, member, id)
                    .filter(each -> each.changeableBy(member))
                    .orElseThrow(() -> new SavedSearchNotFound(id));
            SavedSearchRows.restore(handle, member, id);
            changed(handle, member, id, row.brandId(), "search.restored");
        });
        return one(id);
    }

    private static SavedSearchRows.Row row(Handle handle, MemberScope member, SavedSearchId id) {
        return SavedSearchRows.one(handle, member, id).orElseThrow(() -> new SavedSearchNotFound(id));
    }

    /// Refused as any deed that needs a right to set rules.
    private SavedSearchRows.Row changeable(Handle handle, MemberScope member, SavedSearchId id) {
        SavedSearchRows.Row row = row(handle, member, id);
        BrandId shared = row.brandId();
        if (!row.isOf(member) && shared != null) {
            permissions.require(shared, Permission.SET_RULES);
        }
        return row;
    }

    /// Everybody reads a shared search with the lists that they see, and all of them see only those of its brand.
    private static void requireListsOf(Handle handle, MemberScope member, SearchIdea idea, @Nullable BrandId shared) {
        if (shared == null || !Standpoint.needsLists(idea.query())) {
            return;
        }
        List<KnownList> known = NamedLists.of(handle, member, shared);
        Selection.listsOf(idea.query()).stream()
                .filter(name -> known.stream().noneMatch(list -> list.isNamed(name)))
                .findFirst()
                .ifPresent(name -> {
                    throw SavedSearchRefused.foreignList(name, String.valueOf(idea.sharedWith()));
                });
    }

    private void changed(Handle handle, MemberScope member, SavedSearchId id, @Nullable BrandId brand, String action) {
        SavedSearchRows.tellWatchers(handle, member, id);
        record(handle, member, id, brand, action);
    }

    private void record(Handle handle, MemberScope member, SavedSearchId id, @Nullable BrandId brand, String action) {
        trail.record(handle, new AuditEntry(member.workspace(), member.member(), brand, action, id, "{}"));
    }

    private @Nullable BrandId brand(@Nullable String handle) {
        return handle == null ? null : brands.named(handle).id();
    }
}
