package org.gazouillis.microblog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.text.Normalizer;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.gazouillis.kernel.ListId;
import org.gazouillis.kernel.ProfileId;
import org.gazouillis.kernel.TimeOrderedIds;
import org.gazouillis.outbox.Outbox;
import org.gazouillis.security.BrandNotFound;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.AppDb;
import org.gazouillis.tenancy.MemberScope;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Lists of profiles, of whoever could follow them: a member, or a brand that they publish for. Nobody is told that
/// they stand on one, and nobody else is shown it.
///
/// Each change is announced as `ListChanged`: whoever keeps a list's profiles reads them again.
@ApplicationScoped
@Transactional
public class Lists {
    /// Lists of one owner.
    public static final int MOST = 100;
    /// Profiles of one list.
    public static final int MOST_MEMBERS = 500;

    static final int LONGEST_TITLE = 100;

    private Jdbi db;
    private Voices voices;
    private Permissions permissions;
    private TimeOrderedIds ids;
    private Clock clock;

    @Inject
    public Lists(@AppDb Jdbi db, Voices voices, Permissions permissions, TimeOrderedIds ids, Clock clock) {
        this.db = db;
        this.voices = voices;
        this.permissions = permissions;
        this.ids = ids;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway.Init")
    Lists() {}

    /// By title.
    ///
    /// @param as whose; null for the member's own
    public List<ProfileList> all(@Nullable ProfileId as) {
        ProfileId owner = reader(as);
        return db.withHandle(handle -> ListRows.of(handle, owner));
    }

    /// Those on which a profile stands, by title.
    ///
    /// @throws ProfileNotFound when nobody has this id
    public List<ProfileList> having(ProfileId member, @Nullable ProfileId as) {
        ProfileId owner = reader(as);
        return db.withHandle(handle -> {
            requireProfiles(handle, List.of(member));
            return ListRows.having(handle, owner, member);
        });
    }

    /// @throws ListNotFound when it is none that the member may read
    public ProfileList one(ListId id) {
        return db.withHandle(handle -> readable(handle, id));
    }

    /// By name.
    ///
    /// @throws ListNotFound when it is none that the member may read
    public List<Profile> members(ListId id) {
        return db.withHandle(handle -> {
            readable(handle, id);
            return Profiles.byIds(handle, ListRows.members(handle, id)).values().stream()
                    .sorted(Comparator.comparing((Profile each) -> each.name().toLowerCase(Locale.ROOT))
                            .thenComparing(each -> each.id().value()))
                    .toList();
        });
    }

    /// @throws ListRefused when the title will not do, or there are [#MOST] lists already
    /// @throws ListTitleTaken when there is another with that title
    public ProfileList create(String title, @Nullable ProfileId as) {
        ProfileId owner = voices.require(as);
        String plain = plain(title);
        ListId id = new ListId(ids.next());
        return db.withHandle(handle -> {
            ListRows.lock(handle, owner);
            requireRoom(handle, owner);
            requireFree(handle, owner, plain, id);
            ListRows.insert(handle, id, owner, plain, clock.instant());
            return changed(handle, new ProfileList(id, owner, plain, 0));
        });
    }

    /// @throws ListNotFound when it is none of the member's
    /// @throws ListRefused when the title will not do
    /// @throws ListTitleTaken when there is another with that title
    public ProfileList rename(ListId id, String title) {
        String plain = plain(title);
        return db.withHandle(handle -> {
            ProfileList list = changeable(handle, id);
            requireFree(handle, list.owner(), plain, id);
            ListRows.rename(handle, id, plain);
            return changed(handle, new ProfileList(id, list.owner(), plain, list.members()));
        });
    }

    /// It can be brought back for a day.
    ///
    /// @throws ListNotFound when it is none of the member's
    public void remove(ListId id) {
        db.useHandle(handle -> {
            ProfileList list = changeable(handle, id);
            ListRows.remove(handle, id);
            changed(handle, list);
        });
    }

    /// Undoes [#remove], with the profiles that stood on it.
    ///
    /// @throws ListNotFound when it is gone for good, or none of the member's
    /// @throws ListTitleTaken when another has its title meanwhile
    /// @throws ListRefused when there are [#MOST] others meanwhile
    public ProfileList restore(ListId id) {
        return db.withHandle(handle -> {
            ProfileList list = ListRows.removed(handle, id).orElseThrow(() -> new ListNotFound(id));
            requireMine(list, false);
            ListRows.lock(handle, list.owner());
            requireRoom(handle, list.owner());
            requireFree(handle, list.owner(), list.title(), id);
            ListRows.restore(handle, id);
            return changed(handle, list);
        });
    }

    /// Who stands on it already stays.
    ///
    /// @throws ListNotFound when it is none of the member's
    /// @throws ProfileNotFound when one of them is nobody
    /// @throws ListRefused when it cannot hold so many; then none is added
    public void add(ListId id, Collection<ProfileId> profiles) {
        db.useHandle(handle -> {
            ProfileList list = changeable(handle, id);
            requireProfiles(handle, profiles);
            int missing = ListRows.missing(handle, id, profiles);
            if (list.members() + missing > MOST_MEMBERS) {
                throw ListRefused.full(list);
            }
            if (missing > 0) {
                ListRows.add(handle, id, profiles, clock.instant());
                changed(handle, list);
            }
        });
    }

    /// Who does not stand on it does no harm.
    ///
    /// @throws ListNotFound when it is none of the member's
    public void drop(ListId id, Collection<ProfileId> profiles) {
        db.useHandle(handle -> {
            ProfileList list = changeable(handle, id);
            if (ListRows.drop(handle, id, profiles) > 0) {
                changed(handle, list);
            }
        });
    }

    private ProfileId reader(@Nullable ProfileId as) {
        MemberScope member = permissions.requireScope("read");
        return as == null || as.equals(member.profile()) ? member.profile() : voices.require(as);
    }

    private ProfileList readable(Handle handle, ListId id) {
        ProfileList list = ListRows.one(handle, id).orElseThrow(() -> new ListNotFound(id));
        requireMine(list, true);
        return list;
    }

    /// As it is once nobody else changes it.
    private ProfileList changeable(Handle handle, ListId id) {
        ProfileList list = ListRows.one(handle, id).orElseThrow(() -> new ListNotFound(id));
        requireMine(list, false);
        ListRows.lock(handle, list.owner());
        return ListRows.one(handle, id).orElseThrow(() -> new ListNotFound(id));
    }

    private void requireMine(ProfileList list, boolean onlyToRead) {
        try {
            if (onlyToRead) {
                reader(list.owner());
            } else {
                voices.require(list.owner());
            }
        } catch (ProfileNotYours | BrandNotFound foreign) {
            throw new ListNotFound(list.id());
        }
    }

    private static void requireRoom(Handle handle, ProfileId owner) {
        if (ListRows.of(handle, owner).size() >= MOST) {
            throw ListRefused.tooMany();
        }
    }

    private static void requireFree(Handle handle, ProfileId owner, String title, ListId except) {
        if (ListRows.isTaken(handle, owner, title, except)) {
            throw new ListTitleTaken(title);
        }
    }

    private static void requireProfiles(Handle handle, Collection<ProfileId> profiles) {
        ListRows.unknown(handle, profiles).stream().findFirst().ifPresent(unknown -> {
            throw new ProfileNotFound(unknown.toString());
        });
    }

    /// One line, its spaces single.
    private static String plain(String title) {
        String plain = Normalizer.normalize(title, Normalizer.Form.NFC)
                .replaceAll("[\\s\\h]+", " ")
                .strip();
        if (plain.isEmpty()
                || plain.codePointCount(0, plain.length()) > LONGEST_TITLE
                || plain.chars().anyMatch(Character::isISOControl)) {
            throw ListRefused.title();
        }
        return plain;
    }

    private ProfileList changed(Handle handle, ProfileList list) {
        String payload = "{\"owner\":" + list.owner() + "}";
        Outbox.append(handle, "ListChanged", null, list.id(), payload, clock.instant());
        return list;
    }
}
