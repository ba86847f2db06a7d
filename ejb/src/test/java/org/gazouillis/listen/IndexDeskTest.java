package org.gazouillis.listen;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.gazouillis.audit.AuditTrail;
import org.gazouillis.index.IndexSettings;
import org.gazouillis.index.StatusIndex;
import org.gazouillis.security.PermissionDenied;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.CurrentMember;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.testrig.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class IndexDeskTest {
    @TempDir
    private Path folder;

    private Ground ground;
    private IndexCare care;

    @BeforeEach
    void fill() {
        ground = new Ground(folder.resolve("index"));
        ground.post(World.LUNE_PROFILE, "Un");
        ground.post(World.LUNE_PROFILE, "Deux");
        StatusIndexer indexer = ground.start();
        care = new IndexCare(indexer, new StatusDocuments(ground.world.worker()), ground.world.clock());
        ground.eventually()
                .until(() -> ground.complete() && ground.search(null, "").total() == 2);
    }

    @AfterEach
    void close() {
        ground.close();
    }

    @Test
    void whoAdministersABrandSeesHowItStandsHasItCheckedAndBuiltAnew() {
        IndexDesk.Sight before = as(World.ANNA, IndexDesk::look);
        IndexLook look = before.look().orElseThrow();
        assertThat(look.documents()).isEqualTo(2);
        assertThat(look.disk().segments()).isPositive();
        assertThat(look.disk().committedAt()).isNotNull();
        assertThat(look.feeding().waiting()).isZero();
        assertThat(look.feeding().database())
                .isGreaterThanOrEqualTo(look.feeding().committed());
        assertThat(look.feeding().trouble()).isEmpty();
        assertThat(before.checked()).isEmpty();

        IndexCare.Check check = as(World.ANNA, IndexDesk::verify).orElseThrow();
        assertThat(check).isEqualTo(new IndexCare.Check(2, 2, 0, List.of()));
        IndexDesk.Sight after = as(World.ANNA, IndexDesk::look);
        assertThat(after.checked())
                .hasValue(new IndexCare.Checked(ground.world.clock().instant(), check));
        assertThat(after.checking()).isEmpty();

        assertThat(as(World.ANNA, IndexDesk::rebuild)).isTrue();
        ground.eventually().until(() -> !care.look().orElseThrow().feeding().rebuilding());
        assertThat(care.look().orElseThrow().feeding().rebuiltAt()).isNotNull();
        assertThat(ground.search(null, "").total()).isEqualTo(2);
        assertThat(whoseRebuildsAreNoted()).containsExactly(World.ANNA.member().value());
    }

    private List<Long> whoseRebuildsAreNoted() {
        return ground.world
                .worker()
                .withHandle(handle -> handle.createQuery(
                                "select member_id from audit_entry where action = 'index.rebuild-begun'")
                        .mapTo(Long.class)
                        .list());
    }

    @Test
    void whoAdministersNoBrandSeesNothingOfIt() {
        assertThatThrownBy(() -> as(World.MARC, IndexDesk::look)).isInstanceOf(PermissionDenied.class);
        assertThatThrownBy(() -> as(World.MARC, IndexDesk::verify)).isInstanceOf(PermissionDenied.class);
        assertThatThrownBy(() -> as(World.MARC, IndexDesk::rebuild)).isInstanceOf(PermissionDenied.class);
        assertThat(care.look().orElseThrow().feeding().rebuilding()).isFalse();
    }

    @Test
    void aNodeThatDoesNotFeedTheIndexOfAllHasNothingBuiltAnew() {
        World world = ground.world;
        StatusIndexer waiting = StatusIndexer.over(world.worker());
        try (FeedingTurn another = new FeedingTurn(world.worker(), "shared")) {
            assertThat(another.isOurs()).isTrue();
            waiting.start(
                    new IndexPlace(
                            "shared", () -> StatusIndex.open(folder.resolve("shared"), IndexSettings.standard()), true),
                    Thread.ofPlatform().daemon().factory());
            care = new IndexCare(waiting, new StatusDocuments(world.worker()), world.clock());
            ground.eventually().until(() -> care.look().isPresent());
            assertThat(as(World.ANNA, IndexDesk::rebuild)).isFalse();
            assertThat(whoseRebuildsAreNoted()).isEmpty();
            assertThat(care.look().orElseThrow().partial()).isTrue();
        } finally {
            waiting.stop();
        }
    }

    private <T> T as(MemberScope member, Function<IndexDesk, T> deed) {
        CurrentMember current = new CurrentMember();
        current.become(member);
        World world = ground.world;
        IndexDesk desk = new IndexDesk(
                care, new Permissions(current), world.known(member), new AuditTrail(world.ids(), world.clock()));
        return deed.apply(desk);
    }
}
