package org.gazouillis.microblog;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.gazouillis.kernel.ListId;
import org.gazouillis.kernel.ProfileId;
import org.gazouillis.security.PermissionDenied;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.testrig.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatList;
import static org.assertj.core.api.Assertions.assertThatObject;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// Who keeps which profiles under which title.
class ListsTest {
    private World world;
    private Speaker anna;
    private Speaker marc;
    private Speaker rita;

    @BeforeEach
    void build() {
        world = World.fresh();
        anna = new Speaker(world, World.ANNA);
        marc = new Speaker(world, World.MARC);
        rita = new Speaker(world, World.RITA);
    }

    @Test
    void aListIsItsOwnersAlone() {
        ProfileList press = marc.lists("  La\n presse ", World.LUNE_PROFILE, World.RITA_PROFILE);
        assertThat(press.title()).isEqualTo("La presse");
        assertThat(press.members()).isEqualTo(2);
        assertThatList(marc.lists(all -> all.members(press.id())))
                .extracting(Profile::handle)
                .containsExactly("lune", "rita");
        assertThatList(marc.lists(all -> all.having(World.RITA_PROFILE, null))).containsExactly(press);
        assertThatList(marc.lists(all -> all.having(World.NORD_PROFILE, null))).isEmpty();
        for (Speaker other : List.of(anna, rita)) {
            assertThatList(other.lists(all -> all.all(null))).isEmpty();
            assertThatThrownBy(() -> other.lists(all -> all.one(press.id()))).isInstanceOf(ListNotFound.class);
            assertThatThrownBy(() -> other.lists(all -> all.members(press.id())))
                    .isInstanceOf(ListNotFound.class);
            assertThatThrownBy(() -> other.lists(all -> all.rename(press.id(), "Mine")))
                    .isInstanceOf(ListNotFound.class);
            assertThatThrownBy(() -> other.puts(press, World.NORD_PROFILE)).isInstanceOf(ListNotFound.class);
            assertThatThrownBy(() -> other.takesOff(press, World.LUNE_PROFILE)).isInstanceOf(ListNotFound.class);
            assertThatThrownBy(() -> other.removes(press)).isInstanceOf(ListNotFound.class);
        }
    }

    @Test
    void aBrandsListIsOfAllWhoPublishForIt() {
        ProfileList list = anna.lists(all -> all.create("Presse", World.NORD_PROFILE));
        assertThatList(marc.lists(all -> all.all(World.NORD_PROFILE))).containsExactly(list);
        marc.puts(list, World.RITA_PROFILE);
        assertThat(anna.lists(all -> all.one(list.id())).members()).isEqualTo(1);
        assertThatList(anna.lists(all -> all.all(null))).isEmpty();
        assertThatThrownBy(() -> rita.lists(all -> all.all(World.NORD_PROFILE))).isInstanceOf(ProfileNotYours.class);
        assertThatThrownBy(() -> rita.lists(all -> all.one(list.id()))).isInstanceOf(ListNotFound.class);
        ProfileList lune = anna.lists(all -> all.create("Lune", World.LUNE_PROFILE));
        assertThatThrownBy(() -> marc.lists(all -> all.one(lune.id()))).isInstanceOf(ListNotFound.class);
    }

    @Test
    void aTokenThatOnlyReadsChangesNothing() {
        ProfileList list = marc.lists("Presse");
        MemberScope all = World.MARC;
        Speaker reading = new Speaker(
                world,
                new MemberScope(
                        all.workspace(), all.member(), all.profile(), all.email(), all.roles(), Set.of("read")));
        assertThatObject(reading.lists(lists -> lists.one(list.id()))).isEqualTo(list);
        assertThatThrownBy(() -> reading.puts(list, World.LUNE_PROFILE)).isInstanceOf(PermissionDenied.class);
        assertThatThrownBy(() -> reading.removes(list)).isInstanceOf(PermissionDenied.class);
    }

    @Test
    void titlesAreOneLineAndNoTwoOfAnOwnerAreTheSame() {
        ProfileList list = marc.lists("Été");
        assertThatThrownBy(() -> marc.lists("  éTÉ "))
                .isInstanceOf(ListTitleTaken.class)
                .hasMessageContaining("There is a list called");
        rita.lists("Été");
        assertThat(marc.lists(all -> all.rename(list.id(), "ÉTÉ")).title()).isEqualTo("ÉTÉ");
        ProfileList other = marc.lists("Hiver");
        assertThatThrownBy(() -> marc.lists(all -> all.rename(other.id(), "été")))
                .isInstanceOf(ListTitleTaken.class);
        for (String title : List.of("", "  \n ", "x".repeat(101), "a\u0007")) {
            assertThatThrownBy(() -> marc.lists(title))
                    .isInstanceOf(ListRefused.class)
                    .hasMessageContaining("1 to 100 characters");
        }
        assertThat(marc.lists("😀".repeat(100)).title()).hasSize(200);
    }

    @Test
    void whoStandsOnItTwiceStandsOnItOnce() {
        ProfileList list = marc.lists("Presse", World.LUNE_PROFILE, World.LUNE_PROFILE);
        int told = changes(list);
        marc.puts(list, World.LUNE_PROFILE);
        marc.takesOff(list, World.RITA_PROFILE);
        assertThat(changes(list)).as("nothing changed").isEqualTo(told);
        marc.takesOff(list, World.LUNE_PROFILE);
        assertThat(changes(list)).isEqualTo(told + 1);
        assertThatList(marc.lists(all -> all.members(list.id()))).isEmpty();
        assertThatThrownBy(() -> marc.puts(list, World.LUNE_PROFILE, new ProfileId(9)))
                .isInstanceOf(ProfileNotFound.class);
        assertThatList(marc.lists(all -> all.members(list.id())))
                .as("all or none")
                .isEmpty();
    }

    @Test
    void aListHoldsFiveHundredProfilesAndAnOwnerAHundredLists() {
        List<ProfileId> crowd = crowd(501);
        ProfileList list = marc.lists("Foule");
        marc.puts(list, crowd.subList(0, 499).toArray(ProfileId[]::new));
        assertThatThrownBy(() -> marc.puts(list, crowd.get(499), crowd.get(500)))
                .isInstanceOf(ListRefused.class)
                .hasMessageContaining("can hold 500 profiles, and has 499");
        marc.puts(list, crowd.get(0), crowd.get(499));
        assertThat(marc.lists(all -> all.one(list.id())).members()).isEqualTo(500);
        IntStream.range(1, Lists.MOST).forEach(n -> marc.lists("Liste " + n));
        assertThatThrownBy(() -> marc.lists("Une de trop"))
                .isInstanceOf(ListRefused.class)
                .hasMessageContaining("100 lists already");
        assertThatThrownBy(() -> marc.lists(all -> all.one(new ListId(7)))).isInstanceOf(ListNotFound.class);
    }

    @Test
    void whoAddFromEverywhereAtOnceDoNotOverfillIt() {
        List<ProfileId> crowd = crowd(510);
        ProfileList list = marc.lists("Foule");
        marc.puts(list, crowd.subList(0, 495).toArray(ProfileId[]::new));
        try (ExecutorService threads = Executors.newFixedThreadPool(5)) {
            CompletableFuture.allOf(IntStream.range(495, 510)
                            .mapToObj(n -> CompletableFuture.runAsync(() -> tryToPut(list, crowd.get(n)), threads))
                            .toArray(CompletableFuture[]::new))
                    .join();
        }
        assertThat(marc.lists(all -> all.one(list.id())).members()).isEqualTo(Lists.MOST_MEMBERS);
    }

    private void tryToPut(ProfileList list, ProfileId profile) {
        try {
            new Speaker(world, World.MARC).puts(list, profile);
        } catch (ListRefused full) {
            assertThat(full).hasMessageContaining("can hold 500");
        }
    }

    @Test
    void whatWasRemovedComesBackWithItsProfilesForADay() {
        ProfileList list = marc.lists("Presse", World.LUNE_PROFILE);
        marc.removes(list);
        assertThatList(marc.lists(all -> all.all(null))).isEmpty();
        assertThatThrownBy(() -> marc.puts(list, World.RITA_PROFILE)).isInstanceOf(ListNotFound.class);
        assertThatThrownBy(() -> rita.lists(all -> all.restore(list.id()))).isInstanceOf(ListNotFound.class);
        ProfileList twin = marc.lists("presse");
        assertThatThrownBy(() -> marc.lists(all -> all.restore(list.id()))).isInstanceOf(ListTitleTaken.class);
        marc.removes(twin);
        new ListSweep(world.worker()).run();
        assertThatObject(marc.lists(all -> all.restore(list.id()))).isEqualTo(list);
        assertThatList(marc.lists(all -> all.all(null))).containsExactly(list);
        world.worker()
                .useHandle(handle -> handle.execute(
                        "update profile_list set removed_at = now() - interval '25 hours' where id = ?",
                        twin.id().value()));
        new ListSweep(world.worker()).run();
        assertThatThrownBy(() -> marc.lists(all -> all.restore(twin.id()))).isInstanceOf(ListNotFound.class);
    }

    @Test
    void aProfileThatIsDeletedLeavesItsLists() {
        ProfileId leaving = world.profile("leaving");
        ProfileList list = marc.lists("Presse", leaving, World.LUNE_PROFILE);
        world.owner().useHandle(handle -> handle.execute("delete from profile where id = ?", leaving.value()));
        assertThatList(marc.lists(all -> all.members(list.id())))
                .extracting(Profile::id)
                .containsExactly(World.LUNE_PROFILE);
    }

    private List<ProfileId> crowd(int size) {
        return IntStream.range(0, size).mapToObj(n -> world.profile("fan" + n)).toList();
    }

    private int changes(ProfileList list) {
        return world.worker()
                .withHandle(handle -> handle.createQuery(
                                "select count(*)::int from outbox where kind = 'ListChanged' and subject = :list")
                        .bind("list", list.id())
                        .mapTo(Integer.class)
                        .one());
    }
}
