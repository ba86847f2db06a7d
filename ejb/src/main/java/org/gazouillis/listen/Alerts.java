package org.gazouillis.listen;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gazouillis.kernel.AlertId;
import org.gazouillis.kernel.SavedSearchId;
import org.gazouillis.kernel.Slice;
import org.gazouillis.kernel.TimeOrderedIds;
import org.gazouillis.outbox.Outbox;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.AppDb;
import org.gazouillis.tenancy.MemberScope;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// What the current member watches. Alerts are their own: nobody else sees or changes them, and each sees only what
/// its member may see, whoever made the search.
@ApplicationScoped
@Transactional
public class Alerts {
    private static final int MOST = 200;
    private static final int PAGE = 100;

    private Jdbi db;
    private Permissions permissions;
    private SavedSearches searches;
    private StatusSearch statuses;
    private TimeOrderedIds ids;
    private Clock clock;

    @Inject
    public Alerts(
            @AppDb Jdbi db,
            Permissions permissions,
            SavedSearches searches,
            StatusSearch statuses,
            TimeOrderedIds ids,
            Clock clock) {
        this.db = db;
        this.permissions = permissions;
        this.searches = searches;
        this.statuses = statuses;
        this.ids = ids;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway.Init")
    Alerts() {}

    /// By the names of their searches.
    public List<Alert> mine() {
        MemberScope member = permissions.requireScope("read");
        return db.withHandle(handle -> AlertRows.mine(handle, member));
    }

    /// @throws AlertNotFound when the member has none of that id
    public Alert one(AlertId id) {
        MemberScope member = permissions.requireScope("read");
        return db.withHandle(handle -> alert(handle, member, id));
    }

    /// Watches from now on; whoever watches it so already changes only how they are told.
    ///
    /// @throws SavedSearchNotFound when the member sees no such search
    /// @throws AlertRefused when the member has 200 alerts already
    /// @throws QueryNotUnderstood when the search depends on the moment of asking, which no alert can wait for
    public Alert watch(SavedSearchId search, Alert.Kind kind, AlertWish wish) {
        MemberScope member = permissions.requireScope("write");
        SavedSearch watched = searches.one(search);
        Watchable.check(watched.query());
        return db.withHandle(handle -> {
            if (AlertRows.mine(handle, member).size() >= MOST) {
                throw new AlertRefused("search", "You have " + MOST + " alerts. Remove some first.");
            }
            AlertId id =
                    AlertRows.put(handle, member, new AlertId(ids.next()), watched.id(), kind, wish, clock.instant());
            tell(handle, member, id);
            return alert(handle, member, id);
        });
    }

    /// @throws AlertNotFound when the member has none of that id
    public Alert change(AlertId id, AlertWish wish) {
        MemberScope member = permissions.requireScope("write");
        return db.withHandle(handle -> {
            alert(handle, member, id);
            AlertRows.change(handle, member, id, wish);
            return alert(handle, member, id);
        });
    }

    /// Watches no more. Its history comes back when the search is watched again within a day.
    ///
    /// @throws AlertNotFound when the member has none of that id
    public void remove(AlertId id) {
        MemberScope member = permissions.requireScope("write");
        db.useHandle(handle -> {
            alert(handle, member, id);
            AlertRows.remove(handle, member, id);
            tell(handle, member, id);
        });
    }

    /// The posts that it has seen and that the member may still see, the latest first.
    ///
    /// @param before id of a status, for the next page
    /// @throws AlertNotFound when the member has none of that id
    public Slice<AlertSight> history(AlertId id, long before, int limit) {
        MemberScope member = permissions.requireScope("read");
        int page = Math.clamp(limit, 1, PAGE);
        Alert alert = one(id);
        List<AlertRows.Sight> sights = db.withHandle(handle -> AlertRows.seen(handle, member, id, before, page + 1));
        Slice<AlertRows.Sight> cut = Slice.cut(sights, page, AlertRows.Sight::statusId);
        Map<Long, FoundStatus> found =
                statuses
                        .read(
                                cut.items().stream()
                                        .map(AlertRows.Sight::statusId)
                                        .toList(),
                                alert.query())
                        .stream()
                        .collect(Collectors.toMap(FoundStatus::id, Function.identity()));
        return new Slice<>(
                cut.items().stream()
                        .filter(sight -> found.containsKey(sight.statusId()))
                        .map(sight ->
                                new AlertSight(Objects.requireNonNull(found.get(sight.statusId())), sight.foundAt()))
                        .toList(),
                cut.next());
    }

    /// The hours that it told of, the latest first.
    ///
    /// @throws AlertNotFound when the member has none of that id
    public List<Spike> spikes(AlertId id) {
        MemberScope member = permissions.requireScope("read");
        return db.withHandle(handle -> {
            alert(handle, member, id);
            return AlertRows.spikes(handle, member, id, PAGE);
        });
    }

    private static Alert alert(Handle handle, MemberScope member, AlertId id) {
        return AlertRows.one(handle, member, id).orElseThrow(() -> new AlertNotFound(id));
    }

    private void tell(Handle handle, MemberScope member, AlertId id) {
        Outbox.append(handle, "WatchChanged", member.workspace(), id, "{}", clock.instant());
    }
}
