package org.gazouillis.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gazouillis.audit.AuditEntry;
import org.gazouillis.audit.AuditTrail;
import org.gazouillis.compose.Check;
import org.gazouillis.compose.Plan;
import org.gazouillis.compose.PostComposer;
import org.gazouillis.compose.PostOrder;
import org.gazouillis.compose.PostRefused;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.PostId;
import org.gazouillis.kernel.SeriesId;
import org.gazouillis.kernel.TimeOrderedIds;
import org.gazouillis.security.BrandNotFound;
import org.gazouillis.security.Permission;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.AppDb;
import org.gazouillis.tenancy.MemberScope;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Opens, changes, pauses and ends series. A change touches only posts that are still to come and that nobody has
/// changed by hand: they get the new words and, on the same day, the new time.
@ApplicationScoped
public class SeriesPlanner {
    private PostComposer composer;
    private Jdbi db;
    private Permissions permissions;
    private AuditTrail trail;
    private TimeOrderedIds ids;

    @Inject
    public SeriesPlanner(
            PostComposer composer, @AppDb Jdbi db, Permissions permissions, AuditTrail trail, TimeOrderedIds ids) {
        this.composer = composer;
        this.db = db;
        this.permissions = permissions;
        this.trail = trail;
        this.ids = ids;
    }

    @SuppressWarnings("NullAway.Init")
    SeriesPlanner() {}

    /// Opens a series and plans its posts of the next 90 days. What its rule would have said before now is not made
    /// up for.
    ///
    /// @throws PostRefused when the text will not do
    /// @throws RuleNotUsable when the rule cannot be read or never happens
    @Transactional
    public SeriesId open(SeriesWish wish) {
        MemberScope member = permissions.require(wish.brand(), Permission.PUBLISH);
        String rule = wish.usable().text();
        requireSayable(wish);
        SeriesId id = new SeriesId(ids.next());
        db.useHandle(handle -> {
            new SeriesRow(handle, member).insert(id, wish, rule);
            SeriesPosts posts = new SeriesPosts(handle, member, id);
            wish.without().forEach(posts::skip);
            fill(handle, id, Map.of());
            record(handle, member, wish.brand(), "series.opened", id);
        });
        return id;
    }

    /// @param version the version that was read; another one means that somebody was quicker
    /// @throws QueueRefused when the series was changed meanwhile
    @Transactional
    public void change(SeriesId id, int version, SeriesWish wish) {
        String rule = wish.usable().text();
        requireSayable(wish);
        deed(id, "series.changed", (handle, member, posts) -> {
            Map<LocalDate, Deque<PostId>> spare = posts.spare();
            Set<PostId> left = new HashSet<>(
                    spare.values().stream().flatMap(Collection::stream).toList());
            new SeriesRow(handle, member).update(id, version, wish, rule);
            wish.without().forEach(posts::skip);
            left.removeAll(fill(handle, id, spare));
            posts.cancel(List.copyOf(left));
        });
    }

    /// Makes no posts for a while and takes back those to come.
    @Transactional
    public void pause(SeriesId id) {
        deed(id, "series.paused", (handle, member, posts) -> {
            new SeriesRow(handle, member).become(id, SeriesState.PAUSED);
            posts.cancelAll();
        });
    }

    /// Goes on, also after the end; what had its time meanwhile is past.
    @Transactional
    public void resume(SeriesId id) {
        deed(id, "series.resumed", (handle, member, posts) -> {
            new SeriesRow(handle, member).become(id, SeriesState.ACTIVE);
            posts.revive();
            fill(handle, id, Map.of());
        });
    }

    /// Makes no posts any more and takes back those to come.
    @Transactional
    public void end(SeriesId id) {
        deed(id, "series.ended", (handle, member, posts) -> {
            new SeriesRow(handle, member).become(id, SeriesState.ENDED);
            posts.cancelAll();
        });
    }

    /// Leaves one occurrence out.
    ///
    /// @throws WishNotPlausible when the series does not happen at that local time
    @Transactional
    public void skip(SeriesId id, LocalDateTime local) {
        deed(id, "series.occurrence-skipped", (handle, member, posts) -> {
            new SeriesRow(handle, member).requireOccurrence(id, local);
            posts.skip(local);
        });
    }

    /// Lets one occurrence happen after all.
    @Transactional
    public void restore(SeriesId id, LocalDateTime local) {
        deed(id, "series.occurrence-restored", (handle, member, posts) -> {
            posts.restore(local);
            fill(handle, id, Map.of());
        });
    }

    private List<PostId> fill(Handle handle, SeriesId id, Map<LocalDate, Deque<PostId>> spare) {
        SeriesHorizon horizon = new SeriesHorizon(handle, ids);
        return SeriesHorizon.ahead(handle, id)
                .map(ahead -> horizon.fill(List.of(ahead), spare))
                .orElse(List.of());
    }

    /// Has the series' row for itself: neither the clock nor anybody else plans it meanwhile.
    private void deed(SeriesId id, String action, Deed deed) {
        MemberScope scope = permissions.requireScope("write");
        db.useHandle(handle -> {
            BrandId brand = new SeriesRow(handle, scope).lock(id);
            MemberScope member = requireSeen(brand, id);
            deed.on(handle, member, new SeriesPosts(handle, member, id));
            record(handle, member, brand, action, id);
        });
    }

    private MemberScope requireSeen(BrandId brand, SeriesId id) {
        try {
            return permissions.require(brand, Permission.PUBLISH);
        } catch (BrandNotFound unseen) {
            throw new SeriesNotFound(id);
        }
    }

    /// The composer's own checks; a series may well say the same twice a day.
    private void requireSayable(SeriesWish wish) {
        PostOrder order =
                new PostOrder(wish.brand(), wish.text(), wish.lang(), wish.accounts(), wish.campaign(), Plan.LATER);
        List<Check> errors =
                composer.checks(order, null).stream().filter(Check::isError).toList();
        if (!errors.isEmpty()) {
            throw new PostRefused(errors);
        }
    }

    private void record(Handle handle, MemberScope member, BrandId brand, String action, SeriesId id) {
        trail.record(handle, new AuditEntry(member.workspace(), member.member(), brand, action, id, "{}"));
    }

    private interface Deed {
        void on(Handle handle, MemberScope member, SeriesPosts posts);
    }
}
