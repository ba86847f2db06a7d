package org.gazouillis.listen;

import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import org.gazouillis.audit.AuditTrail;
import org.gazouillis.kernel.TimeOrderedIds;
import org.gazouillis.outbox.OutboxTail;
import org.gazouillis.security.BrandNames;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.CurrentMember;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.tenancy.VisibleBrands;
import org.gazouillis.testrig.Entities;
import org.gazouillis.testrig.World;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// What the listening room can do for one member of a [Ground], each deed in a transaction of its own.
final class Listening {
    private final Ground ground;
    private final MemberScope member;
    private final CurrentMember current;
    private final Permissions permissions;
    private final BrandNames brands;

    Listening(Ground ground, MemberScope member) {
        this.ground = ground;
        this.member = member;
        this.current = Entities.current(member);
        this.permissions = new Permissions(current);
        this.brands = new BrandNames(new VisibleBrands(ground.world.app(), current));
    }

    <T> T searches(Function<SavedSearches, T> deed) {
        return ground.world.as(member, () -> deed.apply(searches()));
    }

    void remove(SavedSearch search) {
        searches(all -> {
            all.remove(search.id());
            return true;
        });
    }

    <T> T alerts(Function<Alerts, T> deed) {
        return ground.world.as(member, () -> deed.apply(alerts()));
    }

    <T> T columns(Function<SearchColumns, T> deed) {
        return ground.world.as(
                member, () -> deed.apply(new SearchColumns(ground.world.app(), permissions, searches())));
    }

    SavedSearch keep(String name, String query, @Nullable String only, @Nullable String sharedWith) {
        return searches(all -> all.keep(new SearchIdea(name, query, only, SearchOrder.NEWEST, sharedWith)));
    }

    SavedSearch keep(String query) {
        return keep(query, query, null, null);
    }

    Alert watch(SavedSearch search) {
        return alerts(all -> all.watch(search.id(), Alert.Kind.MATCH, AlertWish.plain(ZoneOffset.UTC)));
    }

    /// Ids of what the alert has seen and the member may see.
    List<Long> seen(Alert alert) {
        return alerts(all -> all.history(alert.id(), Long.MAX_VALUE, 100)).items().stream()
                .map(sight -> sight.status().id())
                .toList();
    }

    BackTest backTest(SavedSearch search, Volumes volumes, AlertWish wish) {
        Jdbi known = ground.world.known(member);
        return new BackTests(searches(known), volumes, permissions, ground.asker(current), ground.world.clock())
                .of(search.id(), wish);
    }

    List<String> names() {
        return searches(SavedSearches::all).stream().map(SavedSearch::name).toList();
    }

    private SavedSearches searches() {
        return searches(ground.world.app());
    }

    private SavedSearches searches(Jdbi db) {
        World world = ground.world;
        return new SavedSearches(db, permissions, brands, new AuditTrail(world.ids(), world.clock()), world.ids());
    }

    private Alerts alerts() {
        World world = ground.world;
        StatusSearch statuses = new StatusSearch(
                new StatusIndexer(), world.app(), current, ground.asker(current), ground.transactions(current));
        TimeOrderedIds ids = world.ids();
        return new Alerts(world.app(), permissions, searches(), statuses, ids, world.clock());
    }

    /// A lookout of one more node.
    static Lookout lookout(Ground ground) {
        return new Lookout(
                new OutboxTail(ground.world.worker()),
                new StatusDocuments(ground.world.worker()),
                ground.world.worker(),
                ground.world.clock());
    }
}
