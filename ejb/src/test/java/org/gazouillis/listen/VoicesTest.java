package org.gazouillis.listen;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import org.gazouillis.audit.AuditTrail;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.TimeRange;
import org.gazouillis.security.BrandNames;
import org.gazouillis.security.BrandNotFound;
import org.gazouillis.security.PermissionDenied;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.CurrentMember;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.tenancy.VisibleBrands;
import org.gazouillis.testrig.Entities;
import org.gazouillis.testrig.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class VoicesTest {
    private static final Voice NORD = new Voice("Nord", "nord");
    private static final Voice LUNE = new Voice("Lune", "lune OR \"belle lune\"");
    private static final TimeRange WEEK =
            new TimeRange(Instant.parse("2026-11-22T23:00:00Z"), Instant.parse("2026-11-29T23:00:00Z"));

    @TempDir
    private Path folder;

    private Ground ground;

    @BeforeEach
    void build() {
        ground = new Ground(folder.resolve("index"));
    }

    @AfterEach
    void close() {
        ground.close();
    }

    @Test
    void voicesAreKeptPerBrandInTheirOrderAndReplacedAsAWhole() {
        keep(World.ANNA, World.NORD, NORD, LUNE);
        assertThat(kept(World.MARC, World.NORD)).containsExactly(NORD, LUNE);
        assertThat(kept(World.ANNA, World.LUNE)).isEmpty();
        keep(World.ANNA, World.NORD, LUNE, NORD, new Voice("Tiers", "tiers"));
        assertThat(kept(World.MARC, World.NORD)).extracting(Voice::name).containsExactly("Lune", "Nord", "Tiers");
        keep(World.ANNA, World.NORD);
        assertThat(kept(World.MARC, World.NORD)).isEmpty();
    }

    @Test
    void onlyWhoSetsTheRulesChangesThemAndOnlyMembersOfTheBrandSeeThem() {
        assertThatThrownBy(() -> keep(World.MARC, World.NORD, NORD, LUNE)).isInstanceOf(PermissionDenied.class);
        assertThatThrownBy(() -> keep(World.RITA, World.NORD, NORD, LUNE)).isInstanceOf(BrandNotFound.class);
        assertThatThrownBy(() -> kept(World.MARC, World.LUNE)).isInstanceOf(BrandNotFound.class);
    }

    @Test
    void whatCannotBeCountedIsRefusedInWords() {
        assertThatThrownBy(() -> keep(World.ANNA, World.NORD, NORD)).isInstanceOf(VoicesRefused.class);
        assertThatThrownBy(() -> keep(World.ANNA, World.NORD, NORD, new Voice("nord", "x")))
                .isInstanceOf(VoicesRefused.class)
                .hasMessageContaining("same name");
        assertThatThrownBy(() -> new Voice("", "x")).isInstanceOf(VoicesRefused.class);
        assertThatThrownBy(() -> new Voice("Nord", " ")).isInstanceOf(VoicesRefused.class);
        assertThatThrownBy(() -> new Voice("Nord", "nord (")).isInstanceOf(QueryNotUnderstood.class);
        String words =
                "a b c d e f g h i j k l m n o p q r s t u v w x y z ".repeat(4).strip();
        assertThatThrownBy(() -> keep(
                        World.ANNA, World.NORD, new Voice("1", words), new Voice("2", words), new Voice("3", words)))
                .isInstanceOf(VoicesRefused.class)
                .hasMessageContaining("too much");
    }

    @Test
    void whatSaysNearlyTheSameCountsOnceAndWhatNamesTwoCountsForBoth() {
        keep(World.ANNA, World.NORD, NORD, LUNE);
        String praise = "Les vélos de chez Nord roulent en silence jusqu’au bout de la nuit";
        ground.post(World.NORD_PROFILE, praise + " https://a.example/1");
        ground.post(World.RIVAL_PROFILE, praise + " ! https://b.example/2");
        ground.post(World.MARC_PROFILE, "Nord ou Lune, il faut choisir entre les deux maisons");
        ground.world.clock().advance(Duration.ofDays(1));
        ground.post(World.ANNA_PROFILE, "La Lune est belle ce soir");
        ground.post(World.ANNA_PROFILE, "Personne ne parle de marques");
        ground.world.clock().advance(Duration.ofDays(30));
        ground.post(World.ANNA_PROFILE, "Nord, bien plus tard");
        indexed(6);
        ShareOfVoice share = share(World.ANNA, "nord");
        assertThat(share.voices()).extracting(ShareOfVoice.Heard::posts).containsExactly(3L, 2L);
        assertThat(share.voices()).extracting(ShareOfVoice.Heard::firsts).containsExactly(2L, 2L);
        assertThat(share.different()).isEqualTo(4);
        assertThat(share.overlap()).isEqualTo(1);
        assertThat(share.counted()).isEqualTo(4);
        assertThat(share.folded()).isTrue();
        assertThat(share.whole()).isTrue();
        assertThat(share.zone()).isEqualTo(ZoneId.of("Europe/Paris"));
        assertThat(share.days()).hasSize(7);
        assertThat(share.voices().getFirst().byDay()).startsWith(2L, 0L);
        assertThat(share.voices().getLast().byDay()).startsWith(1L, 1L);
        assertThat(share.shareOfDay(share.voices().getFirst(), 0)).isEqualTo(2 / 3.0);
        assertThat(share.shareOfDay(share.voices().getFirst(), 2)).isNull();
        ShareOfVoice.Share nord = requireNonNull(share.share(share.voices().getFirst()));
        assertThat(nord.value()).isEqualTo(0.5);
        assertThat(nord.low()).as("Wilson’s interval of 2 of 4").isCloseTo(0.1500, within(0.0001));
        assertThat(nord.high()).isCloseTo(0.8500, within(0.0001));
    }

    @Test
    void nobodyIsToldOfPostsThatTheyMayNotFind() {
        keep(World.ANNA, World.NORD, NORD, LUNE);
        ground.post(World.NORD_PROFILE, "Nord, dit en public");
        ground.bringIn(World.ANNA, World.LUNE, List.of("Nord, vu d’ailleurs par la maison Lune"));
        indexed(2);
        assertThat(share(World.ANNA, "nord").voices().getFirst().posts()).isEqualTo(2);
        ShareOfVoice ofMarc = share(World.MARC, "nord");
        assertThat(ofMarc.voices().getFirst().posts()).isEqualTo(1);
        assertThat(ofMarc.voices().getLast().posts()).isZero();
        assertThatThrownBy(() -> share(World.RITA, "nord")).isInstanceOf(BrandNotFound.class);
    }

    @Test
    void whereNobodyIsHeardThereIsNoShare() {
        keep(World.ANNA, World.NORD, NORD, LUNE);
        ground.post(World.NORD_PROFILE, "Bonjour");
        indexed(1);
        ShareOfVoice share = share(World.ANNA, "nord");
        assertThat(share.counted()).isZero();
        assertThat(share.share(share.voices().getFirst())).isNull();
        assertThat(share(World.ANNA, "lune").voices())
                .as("nobody has named any")
                .isEmpty();
    }

    private void indexed(int number) {
        ground.start();
        ground.eventually()
                .until(() -> ground.complete() && ground.search(World.ANNA, "").total() == number);
    }

    private ShareOfVoice share(MemberScope member, String brand) {
        CurrentMember current = Entities.current(member);
        return new VoiceCounts(
                        ground.running(),
                        voices(current),
                        new BrandNames(new VisibleBrands(ground.world.app(), current)),
                        new Permissions(current),
                        ground.world.app(),
                        ground.asker(current),
                        ground.transactions(current))
                .of(brand, WEEK);
    }

    private void keep(MemberScope member, BrandId brand, Voice... voices) {
        as(member, current -> voices(current).keep(brand, List.of(voices)));
    }

    private List<Voice> kept(MemberScope member, BrandId brand) {
        return as(member, current -> voices(current).of(brand));
    }

    private Voices voices(CurrentMember current) {
        return new Voices(
                ground.world.app(), new Permissions(current), new AuditTrail(ground.world.ids(), ground.world.clock()));
    }

    private <T> T as(MemberScope member, Function<CurrentMember, T> work) {
        CurrentMember current = new CurrentMember();
        current.become(member);
        return ground.world.as(member, () -> work.apply(current));
    }
}
