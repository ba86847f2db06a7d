package org.gazouillis.schedule;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.gazouillis.audit.AuditTrail;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.security.BrandNotFound;
import org.gazouillis.security.PermissionDenied;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.testrig.Entities;
import org.gazouillis.testrig.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AlmanacsTest {
    private static final LocalDate FROM = LocalDate.of(2026, 12, 1);
    private static final LocalDate TO = LocalDate.of(2026, 12, 31);

    private World world;

    @BeforeEach
    void build() {
        world = World.fresh();
        world.worker()
                .useHandle(handle -> handle.execute(
                        "insert into membership (workspace_id, member_id, brand_id, role) values (101, 501,"
                                + " null, 'OWNER')"));
    }

    @Test
    void aFileOfTheWorkspaceCountsForEveryBrandAndOneOfABrandForThatBrand() {
        add(World.ANNA, null, "feries.ics", "Noël");
        add(World.ANNA, World.LUNE, "lune.ics", "Nuit de la lune");
        assertThat(names(World.ANNA, World.NORD)).containsExactly("Noël");
        assertThat(names(World.ANNA, World.LUNE)).containsExactlyInAnyOrder("Noël", "Nuit de la lune");
        assertThat(names(World.MARC, World.NORD)).containsExactly("Noël");
        assertThat(all(World.MARC)).extracting(Almanac::fileName).containsExactly("feries.ics");
        assertThatThrownBy(() -> names(World.MARC, World.LUNE)).isInstanceOf(BrandNotFound.class);
        assertThat(all(World.RITA)).isEmpty();
    }

    @Test
    void theSameFileAgainTakesThePlaceOfTheFirst() {
        add(World.ANNA, World.NORD, "fetes.ics", "Noël");
        add(World.ANNA, World.NORD, "fetes.ics", "Noel corrigé");
        assertThat(names(World.ANNA, World.NORD)).containsExactly("Noel corrigé");
    }

    @Test
    void whatWasRemovedCanBeRestored() {
        Almanac almanac = add(World.ANNA, World.NORD, "fetes.ics", "Noël");
        ask(World.ANNA, almanacs -> {
            almanacs.remove(almanac.id());
            return true;
        });
        assertThat(names(World.ANNA, World.NORD)).isEmpty();
        ask(World.ANNA, almanacs -> {
            almanacs.restore(almanac.id());
            return true;
        });
        assertThat(names(World.ANNA, World.NORD)).containsExactly("Noël");
        List<String> deeds = world.worker()
                .withHandle(handle -> handle.createQuery("select action from audit_entry order by id")
                        .mapTo(String.class)
                        .list());
        assertThat(deeds).containsExactly("almanac.added", "almanac.removed", "almanac.restored");
    }

    @Test
    void onlyWhoPlansCampaignsMayAddOrRemove() {
        assertThatThrownBy(() -> add(World.MARC, World.NORD, "a.ics", "A")).isInstanceOf(PermissionDenied.class);
        assertThatThrownBy(() -> add(World.MARC, null, "a.ics", "A")).isInstanceOf(PermissionDenied.class);
        assertThatThrownBy(() -> add(World.RITA, World.NORD, "a.ics", "A")).isInstanceOf(BrandNotFound.class);
        Almanac almanac = add(World.ANNA, World.NORD, "fetes.ics", "Noël");
        assertThatThrownBy(() -> ask(World.MARC, almanacs -> {
                    almanacs.remove(almanac.id());
                    return true;
                }))
                .isInstanceOf(PermissionDenied.class);
        assertThatThrownBy(() -> ask(World.RITA, almanacs -> {
                    almanacs.remove(almanac.id());
                    return true;
                }))
                .isInstanceOf(AlmanacNotFound.class);
    }

    @Test
    void aFileThatIsRefusedLeavesNothing() {
        assertThatThrownBy(() -> ask(
                        World.ANNA,
                        almanacs -> almanacs.add(World.NORD, "bad.ics", "nonsense".getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(AlmanacRefused.class);
        assertThat(all(World.ANNA)).isEmpty();
    }

    @Test
    void repeatingEventsAreLaidOutFurtherAsTimeGoesOnAndRemovedFilesForgotten() {
        add(World.ANNA, World.NORD, "fetes.ics", "Noël");
        LocalDate far = LocalDate.of(2031, 12, 25);
        assertThat(between(far)).isEmpty();
        world.clock().advance(Duration.ofDays(2 * 365));
        new AlmanacUpkeep(world.worker(), world.clock()).run();
        assertThat(between(far)).extracting(Occasion::summary).containsExactly("Noël");
        world.worker().useHandle(handle -> handle.execute("update almanac set deleted_at = now() - interval '2 days'"));
        new AlmanacUpkeep(world.worker(), world.clock()).run();
        int left = world.worker()
                .withHandle(handle -> handle.createQuery("select count(*) from occasion")
                        .mapTo(Integer.class)
                        .one());
        assertThat(left).isZero();
    }

    private List<Almanac> all(MemberScope member) {
        return ask(member, Almanacs::all);
    }

    private List<Occasion> between(LocalDate day) {
        return ask(World.ANNA, almanacs -> almanacs.between(List.of(World.NORD), day, day));
    }

    private List<String> names(MemberScope member, BrandId brand) {
        return ask(member, almanacs -> almanacs.between(List.of(brand), FROM, TO)).stream()
                .map(Occasion::summary)
                .toList();
    }

    private Almanac add(
            MemberScope member, @org.jspecify.annotations.Nullable BrandId brand, String file, String summary) {
        String text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Test//EN\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:"
                + summary + "\r\nDTSTART;VALUE=DATE:20201225\r\nRRULE:FREQ=YEARLY\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
        return ask(member, almanacs -> almanacs.add(brand, file, text.getBytes(StandardCharsets.UTF_8)));
    }

    private <T> T ask(MemberScope member, Function<Almanacs, T> question) {
        return world.as(
                member,
                () -> question.apply(new Almanacs(
                        world.app(),
                        new Permissions(Entities.current(member)),
                        new AuditTrail(world.ids(), world.clock()),
                        world.ids(),
                        world.clock())));
    }
}
