package org.gazouillis.schedule;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.gazouillis.campaign.CampaignNotFound;
import org.gazouillis.compose.GapRule;
import org.gazouillis.compose.Plan;
import org.gazouillis.compose.PostState;
import org.gazouillis.kernel.PostId;
import org.gazouillis.security.PermissionDenied;
import org.gazouillis.tenancy.Sql;
import org.gazouillis.testrig.Pen;
import org.gazouillis.testrig.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

class CampaignShiftsTest {
    private static final String TIMES = "select to_char(local_at, 'YYYY-MM-DD HH24:MI') || ' ' || "
            + "to_char(due_at at time zone 'UTC', 'MM-DD HH24:MI') || ' ' || state from post order by id";

    private final Drum drum = new Drum();

    /// Spring forward on 28 March 2027, back on 31 October.
    @ParameterizedTest
    @CsvSource({
        "2027-03-20T09:30, EARLIER_OFFSET, 10, 2027-03-30 09:30 03-30 07:30",
        "2027-03-27T02:30, EARLIER_OFFSET,  1, 2027-03-28 02:30 03-28 01:00",
        "2027-03-29T02:30, EARLIER_OFFSET, -1, 2027-03-28 02:30 03-28 01:00",
        "2027-10-01T02:30, EARLIER_OFFSET, 30, 2027-10-31 02:30 10-31 00:30",
        "2027-10-01T02:30, LATER_OFFSET,   30, 2027-10-31 02:30 10-31 01:30",
        "2027-10-30T09:00, EARLIER_OFFSET,  2, 2027-11-01 09:00 11-01 08:00",
    })
    void daysKeepTheClockOnTheWall(String local, GapRule rule, int days, String becomes) {
        drum.post(local, rule);
        PostBatch batch = move(Shift.ofDays(days));
        assertThat(batch.posts()).isEqualTo(1);
        assertThat(drum.strings(TIMES)).containsExactly(becomes + " SCHEDULED");
    }

    @Test
    void minutesAreMinutesThatPass() {
        drum.post("2027-03-28T01:30");
        drum.post("2027-10-31T01:30");
        move(Shift.ofMinutes(90));
        assertThat(drum.strings(TIMES))
                .containsExactly("2027-03-28 04:00 03-28 02:00 SCHEDULED", "2027-10-31 02:00 10-31 01:00 SCHEDULED");
        assertThat(drum.strings("select gap_rule from post order by id"))
                .containsExactly("EARLIER_OFFSET", "LATER_OFFSET");
    }

    /// What one statement makes of thousands of times is what [PublishTime] makes of each.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Europe/Paris",
                "America/New_York",
                "Australia/Lord_Howe",
                "Asia/Kathmandu",
                "Africa/Casablanca",
                "Pacific/Apia"
            })
    void everyTimeIsResolvedAsItWouldBeAlone(String name) {
        ZoneId zone = ZoneId.of(name);
        Random random = new Random(name.hashCode());
        List<LocalDateTime> times = new ArrayList<>();
        LocalDateTime start = LocalDate.parse("2027-01-01").atStartOfDay();
        drum.post("2027-02-01T10:00");
        for (int i = 0; i < 1_500; i++) {
            times.add(start.plusMinutes(15L * random.nextInt(2 * 365 * 96)));
        }
        plant(zone, times);
        drum.world
                .owner()
                .useHandle(
                        handle -> handle.execute("delete from post where zone = 'Europe/Paris' and text like 'Drum%'"));
        move(Shift.ofDays(3));
        assertThat(resolved())
                .allSatisfy(each -> assertThat(each.dueAt())
                        .as("%s %s", each.localAt(), each.gapRule())
                        .isEqualTo(PublishTime.of(each.localAt(), zone, GapRule.valueOf(each.gapRule()))
                                .due()
                                .at()));
        List<Instant> before = resolved().stream().map(Resolved::dueAt).toList();
        move(Shift.ofMinutes(45));
        assertThat(resolved()).hasSize(1_500).allSatisfy(each -> {
            assertThat(each.localAt()).isEqualTo(LocalDateTime.ofInstant(each.dueAt(), zone));
            assertThat(each.dueAt())
                    .isEqualTo(PublishTime.of(each.localAt(), zone, GapRule.valueOf(each.gapRule()))
                            .due()
                            .at());
        });
        assertThat(resolved().stream().map(each -> each.dueAt().minusSeconds(2_700)))
                .containsExactlyElementsOf(before);
    }

    @Test
    void undoingPutsEverythingBackButWhatWasChangedSince() {
        drum.post("2027-03-27T02:30");
        PostId other = drum.post("2027-04-02T12:00");
        List<String> before = drum.strings(TIMES);
        PostBatch batch = move(Shift.ofDays(1));
        assertThat(drum.strings(TIMES)).isNotEqualTo(before);
        assertThat(undo(batch).undonePosts()).isEqualTo(2);
        assertThat(drum.strings(TIMES)).isEqualTo(before);
        assertThatThrownBy(() -> undo(batch)).isInstanceOf(BatchNotFound.class);

        PostBatch again = move(Shift.ofDays(2));
        new Pen(drum.world, World.ANNA).tell(composer -> composer.cancel(other));
        assertThat(undo(again).undonePosts()).isEqualTo(1);
        assertThat(drum.strings("select state from post order by id")).containsExactly("SCHEDULED", "CANCELLED");
        assertThat(drum.strings("select action from audit_entry where action like 'campaign.posts%' order by id"))
                .containsExactly(
                        "campaign.posts-moved",
                        "campaign.posts-restored",
                        "campaign.posts-moved",
                        "campaign.posts-restored");
    }

    @Test
    void cancellingIsUndoneForWhatIsStillToCome() {
        drum.post("2027-03-05T09:00");
        PostId soon = drum.post("2027-03-06T09:00");
        PostBatch batch = cancel();
        assertThat(batch.posts()).isEqualTo(2);
        assertThat(drum.strings("select state from post")).containsOnly("CANCELLED");
        drum.run("update post set before_due_at = now() - interval '1 second' where id = " + soon);
        assertThat(undo(batch).undonePosts()).isEqualTo(1);
        assertThat(drum.strings("select state from post order by id")).containsExactly("SCHEDULED", "CANCELLED");
    }

    @Test
    void whatIsOutOrHeldOrSomebodyElsesStaysAsItIs() {
        for (String state : List.of("PUBLISHED", "CLAIMED", "HELD", "MISSED", "FAILED", "CANCELLED")) {
            PostId post = drum.post("2027-03-05T09:00");
            drum.run("update post set state = '" + state + "' where id = " + post);
        }
        new Pen(drum.world, World.ANNA)
                .nord(
                        "Of no campaign",
                        Plan.at(PublishTime.of(
                                        LocalDateTime.parse("2027-03-05T09:00"), Drum.PARIS, GapRule.EARLIER_OFFSET)
                                .due()));
        List<String> before = drum.strings("select id || state || due_at || version from post order by id");
        assertThatThrownBy(() -> move(Shift.ofDays(1))).isInstanceOf(NoPostFits.class);
        assertThatThrownBy(this::cancel).isInstanceOf(NoPostFits.class);
        assertThat(drum.strings("select id || state || due_at || version from post order by id"))
                .isEqualTo(before);
    }

    @Test
    void nothingIsMovedIntoThePast() {
        drum.post("2027-03-05T09:00");
        drum.post("2028-03-05T09:00");
        List<String> before = drum.strings(TIMES);
        assertThatThrownBy(() -> move(Shift.ofDays(-400)))
                .isInstanceOfSatisfying(
                        ShiftIntoThePast.class,
                        refused -> assertThat(refused.posts()).isEqualTo(1));
        assertThat(drum.strings(TIMES)).isEqualTo(before);
    }

    @Test
    void aChoiceNarrowsWhatIsMoved() {
        drum.post("2027-03-05T23:59");
        drum.post("2027-03-06T00:00");
        drum.post("2027-03-08T09:00");
        PostChoice sixthToSeventh = new PostChoice(
                Set.of(PostState.SCHEDULED),
                LocalDate.parse("2027-03-06"),
                LocalDate.parse("2027-03-07"),
                World.NORD_ACCOUNT);
        PostBatch batch =
                drum.shift(World.ANNA, shifts -> shifts.move(drum.campaign, Shift.ofDays(20), sixthToSeventh));
        assertThat(batch.posts()).isEqualTo(1);
        assertThat(drum.strings("select local_at::date::text from post order by id"))
                .containsExactly("2027-03-05", "2027-03-26", "2027-03-08");
        assertThatThrownBy(() -> new PostChoice(Set.of(PostState.PUBLISHED), null, null, null))
                .isInstanceOf(ShiftNotPlausible.class);
    }

    @Test
    void onlyWhoPlansCampaignsOfTheBrandMovesThem() {
        drum.post("2027-03-05T09:00");
        assertThatThrownBy(() -> drum.shift(World.MARC, s -> s.move(drum.campaign, Shift.ofDays(1), PostChoice.ALL)))
                .isInstanceOf(PermissionDenied.class);
        assertThatThrownBy(() -> drum.shift(World.RITA, s -> s.move(drum.campaign, Shift.ofDays(1), PostChoice.ALL)))
                .isInstanceOf(CampaignNotFound.class);
        PostBatch batch = move(Shift.ofDays(1));
        assertThatThrownBy(() -> drum.shift(World.RITA, s -> s.undo(drum.campaign, batch.id())))
                .isInstanceOf(CampaignNotFound.class);
    }

    /// A publisher has a post but not yet committed: the move waits for it, and leaves it alone.
    @Test
    void whatAPublisherTookMeanwhileIsPassedBy() throws Exception {
        PostId taken = drum.post("2027-03-05T09:00");
        drum.post("2027-03-06T09:00");
        var access = drum.world.access();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                Connection publisher = access.connect(access.worker())) {
            publisher.setAutoCommit(false);
            execute(publisher, "update post set state = 'PUBLISHED', version = version + 1 where id = " + taken);
            Future<PostBatch> moving = threads.submit(() -> move(Shift.ofDays(1)));
            await().until(() -> !drum.strings("select 'waits' from pg_locks where not granted")
                    .isEmpty());
            publisher.commit();
            assertThat(moving.get().posts()).isEqualTo(1);
        }
        assertThat(drum.strings("select local_at::date || state from post order by id"))
                .containsExactly("2027-03-05PUBLISHED", "2027-03-07SCHEDULED");
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /// Posts like the campaign's first one at these times, every other with the other rule.
    private void plant(ZoneId zone, List<LocalDateTime> times) {
        drum.world.worker().useHandle(handle -> {
            var batch = handle.prepareBatch("""
                    insert into post select n.* from (select * from post limit 1) p, lateral jsonb_populate_record(
                      p::post, jsonb_build_object('id', :id::bigint, 'text', 'planted', 'zone', :zone::text,
                        'local_at', :local::timestamp, 'due_at', :due::timestamptz, 'gap_rule', :rule::text)) n
                    """);
            for (int i = 0; i < times.size(); i++) {
                GapRule rule = i % 2 == 0 ? GapRule.EARLIER_OFFSET : GapRule.LATER_OFFSET;
                batch.bind("id", 1_000L + i)
                        .bind("zone", zone.getId())
                        .bind("local", times.get(i).toString())
                        .bind(
                                "due",
                                PublishTime.of(times.get(i), zone, rule)
                                        .due()
                                        .at()
                                        .toString())
                        .bind("rule", rule.name())
                        .add();
            }
            batch.execute();
        });
    }

    private List<Resolved> resolved() {
        return drum.world
                .worker()
                .withHandle(handle -> handle.createQuery("select local_at, due_at, gap_rule from post order by id")
                        .map(Sql.row(Resolved.class))
                        .list());
    }

    record Resolved(LocalDateTime localAt, Instant dueAt, String gapRule) {}

    private PostBatch move(Shift shift) {
        return drum.shift(World.ANNA, shifts -> shifts.move(drum.campaign, shift, PostChoice.ALL));
    }

    private PostBatch cancel() {
        return drum.shift(World.ANNA, shifts -> shifts.cancel(drum.campaign, PostChoice.ALL));
    }

    private PostBatch undo(PostBatch batch) {
        return drum.shift(World.ANNA, shifts -> shifts.undo(drum.campaign, batch.id()));
    }
}
