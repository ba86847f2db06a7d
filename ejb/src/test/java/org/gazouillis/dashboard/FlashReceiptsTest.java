package org.gazouillis.dashboard;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.gazouillis.audit.AuditTrail;
import org.gazouillis.engage.Engagement;
import org.gazouillis.engage.EngagementLog;
import org.gazouillis.engage.Person;
import org.gazouillis.engage.Statuses;
import org.gazouillis.kernel.StatusId;
import org.gazouillis.microblog.NoFlash;
import org.gazouillis.microblog.ProfileList;
import org.gazouillis.microblog.Speaker;
import org.gazouillis.report.FlashReceiptFile;
import org.gazouillis.reports.CsvFormat;
import org.gazouillis.reports.ReportTable;
import org.gazouillis.reports.ReportWriter;
import org.gazouillis.security.PermissionDenied;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.CurrentMember;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.tenancy.VisibleBrands;
import org.gazouillis.testrig.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// Who may read a receipt, and what it says.
class FlashReceiptsTest {
    private World world;

    @BeforeEach
    void build() {
        world = World.fresh();
    }

    @Test
    void aReceiptIsForWhoAnalysesTheBrandAndItsNamesForWhoAdministersIt() {
        Speaker luc = Speaker.named(world, "luc");
        luc.follows(World.NORD_PROFILE);
        StatusId flash = Statuses.flash(world, World.NORD_PROFILE);
        assertThatThrownBy(() -> read(World.RITA, flash)).isInstanceOf(PostNotMeasured.class);
        FlashReceipt ofMarc = read(World.MARC, flash);
        assertThat(ofMarc.all()).isEqualTo(new Coverage(1, 1, 0L, 0L, 0));
        assertThat(ofMarc.named()).isFalse();
        assertThat(ofMarc.unanswered()).isEqualTo(new Unanswered(List.of(), 1));
        FlashReceipt ofAnna = read(World.ANNA, flash);
        assertThat(ofAnna.unanswered().named())
                .containsExactly(new Unanswered.Person(luc.profile(), "luc", "luc", true));
        assertThat(ofAnna.account()).isEqualTo("nord");
        StatusId plain = Statuses.post(world, World.NORD_PROFILE);
        assertThatThrownBy(() -> read(World.ANNA, plain)).isInstanceOf(NoFlash.class);
    }

    @Test
    void whoFollowsAfterwardsWasNotReachedAndWhoLeftAfterwardsWas() {
        Speaker early = Speaker.named(world, "early");
        Speaker gone = Speaker.named(world, "gone");
        Speaker late = Speaker.named(world, "late");
        early.follows(World.NORD_PROFILE);
        gone.follows(World.NORD_PROFILE);
        world.clock().advance(Duration.ofMinutes(1));
        StatusId flash = Statuses.flash(world, World.NORD_PROFILE);
        world.clock().advance(Duration.ofMinutes(1));
        gone.unfollows(World.NORD_PROFILE);
        late.follows(World.NORD_PROFILE);
        late.acknowledges(flash);
        gone.acknowledges(flash);
        assertThat(read(World.ANNA, flash).all()).isEqualTo(new Coverage(2, 2, 0L, 0L, 1));
        world.clock().advance(Duration.ofMinutes(1));
        gone.follows(World.NORD_PROFILE);
        assertThat(read(World.ANNA, flash).all().delivered()).isEqualTo(2);
    }

    @Test
    void aListIsWhoStandsOnItNowWhetherTheyWereReachedOrNot() {
        Speaker luc = Speaker.named(world, "luc");
        Speaker zoe = Speaker.named(world, "zoe");
        luc.follows(World.NORD_PROFILE);
        StatusId flash = Statuses.flash(world, World.NORD_PROFILE);
        Speaker anna = new Speaker(world, World.ANNA);
        ProfileList faculty = anna.lists(all -> all.create("Faculté", World.NORD_PROFILE));
        anna.puts(faculty, luc.profile(), zoe.profile(), World.RITA_PROFILE);
        anna.lists(all -> all.create("Vide", World.NORD_PROFILE));
        new Speaker(world, World.RITA).acknowledges(flash);
        List<CoveredList> lists = read(World.ANNA, flash).lists();
        assertThat(lists).extracting(CoveredList::title).containsExactly("Faculté", "Vide");
        assertThat(lists.getFirst().coverage()).isEqualTo(new Coverage(3, 1, 0L, 0L, 1));
        assertThat(lists.getFirst().unanswered().named())
                .extracting(each -> each.handle() + " " + each.delivered())
                .containsExactly("luc true", "zoe false");
        assertThat(lists.getLast().coverage()).isEqualTo(new Coverage(0, 0, 0L, 0L, 0));
    }

    @Test
    void atMostAHundredNamesAreToldAndHowManyMoreThereAre() {
        for (int n = 0; n < 103; n++) {
            Speaker.named(world, String.format(Locale.ROOT, "fan%03d", n)).follows(World.NORD_PROFILE);
        }
        StatusId flash = Statuses.flash(world, World.NORD_PROFILE);
        Unanswered unanswered = read(World.ANNA, flash).unanswered();
        assertThat(unanswered.named()).hasSize(100);
        assertThat(unanswered.named().getLast().handle()).isEqualTo("fan099");
        assertThat(unanswered.more()).isEqualTo(3);
    }

    @Test
    void whenTheEventsOfItsMonthAreGoneNobodyKnowsWhoSawIt() {
        Speaker luc = Speaker.named(world, "luc");
        luc.follows(World.NORD_PROFILE);
        StatusId flash = Statuses.flash(world, World.NORD_PROFILE);
        luc.acknowledges(flash);
        Person seer = person("luc");
        world.worker()
                .useTransaction(handle -> EngagementLog.append(
                        handle,
                        List.of(new Engagement.View(flash, seer, world.clock().instant()))));
        assertThat(read(World.ANNA, flash).all()).isEqualTo(new Coverage(1, 1, 1L, 0L, 1));
        String month = DateTimeFormatter.ofPattern("yyyy_MM", Locale.ROOT)
                .format(world.clock().instant().atOffset(ZoneOffset.UTC));
        world.owner().useHandle(handle -> handle.execute("drop table engagement_" + month));
        assertThat(read(World.ANNA, flash).all()).isEqualTo(new Coverage(1, 1, null, null, 1));
    }

    @Test
    void asAFileItHasARowForEachListAndHarmsNoSpreadsheet() throws IOException {
        StatusId flash = Statuses.flash(world, World.NORD_PROFILE);
        Speaker anna = new Speaker(world, World.ANNA);
        anna.lists(all -> all.create("=1+1", World.NORD_PROFILE));
        ReportTable table =
                as(World.ANNA, permissions -> file(World.ANNA, permissions).table(flash));
        ByteArrayOutputStream csv = new ByteArrayOutputStream();
        ReportWriter.write(table, CsvFormat.RFC_4180, csv);
        List<String> lines = csv.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0)).endsWith("list_id,list,people,delivered,saw,opened,acknowledged");
        assertThat(lines.get(1)).startsWith("\"" + flash + "\",\"nord\",").endsWith(",,,0,0,0,0,0");
        assertThat(lines.get(2)).contains("\"'=1+1\"");
        List<StatusId> noted = world.worker()
                .withHandle(handle -> handle.createQuery(
                                "select subject from audit_entry where action = 'flash.receipt-exported'")
                        .mapTo(StatusId.class)
                        .list());
        assertThat(noted).containsExactly(flash);
        assertThatThrownBy(() -> as(
                        World.MARC, permissions -> file(World.MARC, permissions).table(flash)))
                .isInstanceOf(PermissionDenied.class);
    }

    private Person person(String handle) {
        int number = world.worker()
                .withHandle(connection -> connection
                        .createQuery("select person_no from profile where handle = :handle")
                        .bind("handle", handle)
                        .mapTo(Integer.class)
                        .one());
        return new Person(number, false);
    }

    private FlashReceiptFile file(MemberScope member, Permissions permissions) {
        return new FlashReceiptFile(
                receipts(world, member, permissions),
                permissions,
                new AuditTrail(world.ids(), world.clock()),
                world.app());
    }

    private FlashReceipt read(MemberScope member, StatusId flash) {
        return as(member, permissions -> receipts(world, member, permissions).read(flash));
    }

    static FlashReceipts receipts(World world, MemberScope member, Permissions permissions) {
        CurrentMember current = new CurrentMember();
        current.become(member);
        return new FlashReceipts(world.app(), permissions, new VisibleBrands(world.app(), current), world.clock());
    }

    private <T> T as(MemberScope member, Function<Permissions, T> work) {
        CurrentMember current = new CurrentMember();
        current.become(member);
        return world.as(member, () -> work.apply(new Permissions(current)));
    }
}
