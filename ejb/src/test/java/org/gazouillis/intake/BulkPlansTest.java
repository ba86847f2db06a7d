package org.gazouillis.intake;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gazouillis.kernel.BulkId;
import org.gazouillis.reports.StrictCsv;
import org.gazouillis.security.PermissionDenied;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.tenancy.Role;
import org.gazouillis.testrig.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gazouillis.testrig.World.ANNA;
import static org.gazouillis.testrig.World.NORD;
import static org.gazouillis.testrig.World.RITA;

class BulkPlansTest {
    private static final String THREE = """
            when,text,account,campaign
            2027-03-04 10:30,Good morning #Nord,gazouillis:nord,
            2027-03-05 10:30,Coffee is ready,@nord,
            2027-03-06 10:30,And cake,,
            """;

    @TempDir
    private Path folder;

    private BulkRig rig;

    @BeforeEach
    void build() {
        rig = new BulkRig(World.fresh(), folder);
    }

    @Test
    void nothingIsPlannedBeforeSomebodySaysSo() {
        BulkId id = rig.send(THREE);
        assertThat(rig.run(id)).returns(BulkState.READY, BulkRun::state);
        assertThat(rig.run(id).counts()).isEqualTo(new BulkRun.Counts(3, 3, 0, 0, 0, 0));
        assertThat(rig.rows(id).getFirst())
                .returns(2, BulkRow::line)
                .returns("Good morning #Nord", BulkRow::text)
                .returns(List.of("gazouillis:nord"), BulkRow::accounts)
                .satisfies(row -> assertThat(row.dueAt()).isEqualTo("2027-03-04T09:30:00Z"));
        assertThat(rig.number("select count(*) from post")).isZero();
        assertThat(folder.resolve("imports")).isEmptyDirectory();
    }

    @Test
    void plannedPostsAreThoseThatSinglePostsWouldBe() {
        BulkId id = rig.send(THREE);
        assertThat(rig.plan(id, BulkMode.ALL_OR_NOTHING))
                .returns(BulkState.DONE, BulkRun::state)
                .satisfies(run -> assertThat(run.counts().planned()).isEqualTo(3));
        assertThat(rig.texts("""
                        select concat_ws('|', state, due_at at time zone 'UTC', local_at, zone, lang, hashtags::text,
                                         account_ids::text, author_id, length(content_hash)) from post order by due_at limit 1
                        """))
                .containsExactly(
                        "SCHEDULED|2027-03-04 09:30:00|2027-03-04 10:30:00|Europe/Paris|en|{nord}|{401}|502|32");
        assertThat(rig.number("select count(*) from audit_entry where action = 'post.written'"))
                .isEqualTo(3);
        assertThat(rig.number("select count(*) from audit_entry where action = 'bulk.planned'"))
                .isEqualTo(1);
        assertThat(rig.rows(id)).allSatisfy(row -> assertThat(row.post()).isNotNull());
    }

    @Test
    void everythingWrongWithARowIsSaidAtOnce() {
        BulkId id = rig.send("""
                when,text,account,campaign,zone,link
                1999-01-01T00:00Z,%s,gazouillis:lune,Spring,,nowhere
                2027-03-04 10:30,,,,Mars/Base,
                2030-03-04 10:30,Far,,,,
                """.formatted("x".repeat(141)));
        assertThat(rig.faults(id))
                .isEqualTo("1:link-unreadable 1:account-unknown 1:campaign-unknown 1:too-long 1:past-time"
                        + " 2:zone-unknown 2:empty 3:too-far");
        assertThat(rig.rows(id).getFirst().faults())
                .filteredOn(fault -> fault.rule() == BulkRule.PAST_TIME)
                .singleElement()
                .returns("when", BulkFault::column)
                .returns("1999-01-01T00:00Z", BulkFault::value);
        assertThatThrownBy(() -> rig.plan(id, BulkMode.ROW_BY_ROW)).isInstanceOf(BulkNotOpen.class);
    }

    @Test
    void aRowIsHeldToTheLimitsOfTheAccountsThatItNames() {
        rig.sql("""
                insert into social_account (workspace_id, id, brand_id, network, handle, created_at)
                values (101, 470, 201, 'mastodon', 'nord@social.example', now())
                """);
        String text = "x".repeat(300);
        BulkId id = rig.send("""
                when,text,account
                2027-03-04 10:30,%s,mastodon:nord@social.example
                2027-03-05 10:30,%s,gazouillis:nord
                2027-03-06 10:30,%s,"mastodon:nord@social.example,gazouillis:nord"
                2027-03-07 10:30,%s,mastodon:nord@social.example
                """.formatted(text, text, text, "y".repeat(501)));
        assertThat(rig.faults(id)).isEqualTo("2:too-long 3:too-long 4:too-long");
        assertThat(rig.rows(id))
                .flatExtracting(BulkRow::faults)
                .extracting(fault -> fault.words().getLast())
                .containsExactly("Gazouillis", "Gazouillis", "Mastodon");
        assertThat(rig.rows(id).getFirst().verdict()).isEqualTo(BulkVerdict.RIGHT);
    }

    @Test
    void anAccountOfSomebodyElseIsAsUnknownAsOneThatDoesNotExist() {
        BulkId id = rig.send("when,text,account\n2027-03-04 10:30,a,rival\n2027-03-04 11:30,b,nobody\n");
        assertThat(rig.rows(id))
                .extracting(row -> row.faults().getFirst().reason())
                .containsExactly("The brand has no account 'rival'.", "The brand has no account 'nobody'.");
    }

    @Test
    void twinsInTheFileAndInThePlanAreFound() {
        rig.plan(rig.send(THREE), BulkMode.ALL_OR_NOTHING);
        BulkId id = rig.send("""
                when,text
                2027-03-04 10:30,Good morning #Nord
                2027-03-05 12:00,COFFEE  is ready!
                2027-05-01 10:00,Twice
                2027-05-01 10:00,Twice
                2027-05-01 18:00,twice.
                2027-05-03 10:00,Twice
                """);
        assertThat(rig.faults(id))
                .isEqualTo("1:duplicate-post 2:same-text-planned 4:duplicate-row 5:same-text-in-file");
        assertThat(rig.run(id).counts()).isEqualTo(new BulkRun.Counts(6, 4, 2, 2, 0, 0));
        assertThat(rig.rows(id).get(3).faults().getFirst().words()).containsExactly("4");
    }

    @Test
    void wrongRowsAreMendedOneByOne() {
        BulkId id = rig.send("when,text\n2027-03-04 25:00,a\n2027-03-05 10:00,\n2027-03-06 10:00,c\n");
        assertThat(rig.faults(id)).isEqualTo("1:date-unreadable 2:empty");
        BulkRow mended = rig.ask(plans -> plans.mend(id, 1, Map.of("when", "2027-03-04 15:00")));
        assertThat(mended.verdict()).isEqualTo(BulkVerdict.RIGHT);
        rig.ask(plans -> plans.mend(id, 2, Map.of("text", "b")));
        assertThat(rig.run(id).counts()).isEqualTo(new BulkRun.Counts(3, 3, 0, 0, 0, 0));
        rig.plan(id, BulkMode.ALL_OR_NOTHING);
        assertThat(rig.texts("select text from post order by due_at")).containsExactly("a", "b", "c");
        assertThatThrownBy(() -> rig.ask(plans -> plans.mend(id, 1, Map.of("text", "z"))))
                .isInstanceOf(BulkNotOpen.class);
    }

    @Test
    void aColumnThatLeavesTheDatesOpenIsAskedAbout() {
        BulkId id = rig.send("when,text\n03/04/2027 10:00,a\n05/06/2027 10:00,b\n");
        assertThat(rig.faults(id)).isEqualTo("1:date-ambiguous 2:date-ambiguous");
        assertThat(rig.groups(id)).containsExactly(new BulkFaultGroup(BulkRule.DATE_AMBIGUOUS, "when", "", 2));
        rig.ask(plans -> plans.say(id, BulkWish.parse("{\"dateFormat\":\"day-first\"}")));
        assertThat(rig.rows(id))
                .extracting(row -> String.valueOf(row.localAt()))
                .containsExactly("2027-04-03T10:00", "2027-06-05T10:00");
    }

    @Test
    void oneMendedDayDecidesForTheWholeColumn() {
        BulkId id = rig.send("when,text\n03/04/2027 10:00,a\n05/06/2027 10:00,b\n");
        rig.ask(plans -> plans.mend(id, 2, Map.of("when", "25/06/2027 10:00")));
        assertThat(rig.faults(id)).isEmpty();
        assertThat(rig.rows(id).getFirst().localAt()).hasToString("2027-04-03T10:00");
    }

    @Test
    void theSameFaultInManyRowsIsMendedAtOneStroke() {
        BulkId id = rig.send("when,text,account\n2027-03-04 10:00,a,nrod\n2027-03-05 10:00,b,nrod\n");
        assertThat(rig.groups(id)).containsExactly(new BulkFaultGroup(BulkRule.ACCOUNT_UNKNOWN, "account", "nrod", 2));
        rig.ask(plans -> plans.replace(id, "account", "nrod", "gazouillis:nord"));
        assertThat(rig.faults(id)).isEmpty();
    }

    @Test
    void rowByRowLeavesTheWrongOnesToBeMendedLater() {
        BulkId id = rig.send("when,text\n2027-03-04 10:00,a\n2027-03-05 10:00,\n");
        assertThatThrownBy(() -> rig.plan(id, BulkMode.ALL_OR_NOTHING)).hasMessageContaining("1 rows are wrong");
        assertThat(rig.plan(id, BulkMode.ROW_BY_ROW).counts()).isEqualTo(new BulkRun.Counts(2, 0, 1, 0, 1, 0));
        rig.ask(plans -> plans.mend(id, 2, Map.of("text", "b")));
        assertThat(rig.plan(id, BulkMode.ROW_BY_ROW).counts()).isEqualTo(new BulkRun.Counts(2, 0, 0, 0, 2, 0));
        assertThat(rig.texts("select text from post order by due_at")).containsExactly("a", "b");
    }

    @Test
    void programsMayPlanWithoutPreview() {
        byte[] wrong = "when,text\n2027-03-04 10:00,a\n2027-03-05 10:00,\n".getBytes(StandardCharsets.UTF_8);
        assertThat(rig.run(rig.send("a.csv", wrong, "", BulkMode.ALL_OR_NOTHING)))
                .returns(BulkState.READY, BulkRun::state)
                .satisfies(run -> assertThat(run.failure()).contains("Nothing was planned: 1 rows are wrong"));
        assertThat(rig.number("select count(*) from post")).isZero();
        assertThat(rig.run(rig.send("a.csv", wrong, "", BulkMode.ROW_BY_ROW)))
                .returns(BulkState.DONE, BulkRun::state)
                .satisfies(run -> assertThat(run.counts().planned()).isEqualTo(1));
    }

    @Test
    void undoCancelsWhatHasNotGoneOut() {
        BulkId id = rig.send(THREE);
        rig.plan(id, BulkMode.ALL_OR_NOTHING);
        rig.sql("update post set state = 'PUBLISHED', published_at = now() where text = 'And cake'");
        BulkRun undone = rig.ask(plans -> plans.undo(id));
        assertThat(undone).returns(BulkState.UNDONE, BulkRun::state);
        assertThat(undone.counts().cancelled()).isEqualTo(2);
        assertThat(rig.texts("select state from post order by due_at"))
                .containsExactly("CANCELLED", "CANCELLED", "PUBLISHED");
        assertThat(rig.number("select count(*) from audit_entry where action = 'post.cancelled'"))
                .isEqualTo(2);
        assertThatThrownBy(() -> rig.ask(plans -> plans.undo(id))).isInstanceOf(BulkNotOpen.class);
        assertThat(rig.faults(rig.send(THREE))).isEqualTo("3:duplicate-post");
    }

    @Test
    void aDeadNodesWorkIsTakenUpWithoutLossOrDouble() {
        BulkId id = rig.send(BulkRig.fileOf(4_500));
        rig.ask(plans -> plans.commit(id, BulkMode.ROW_BY_ROW));
        rig.waiting.clear();
        BulkJob dead = rig.ledger.claim(id).orElseThrow();
        assertThat(rig.ledger.claim(id)).as("held by its lease").isEmpty();
        rig.ownerSql("""
                create function die() returns trigger language plpgsql as $$ begin
                  if (select count(*) from post) > 2500 then raise exception 'killed'; end if; return null; end $$;
                create trigger die after insert on post for each statement execute function die();
                """);
        var marc = World.MARC;
        assertThatThrownBy(() -> rig.planning.plan(dead, marc)).hasMessageContaining("killed");
        assertThat(rig.number("select count(*) from post")).isEqualTo(2_000);
        assertThat(rig.run(id))
                .returns(BulkState.PLANNING, BulkRun::state)
                .satisfies(run -> assertThat(run.counts().planned()).isEqualTo(2_000));

        rig.ownerSql("drop trigger die on post");
        rig.sql("update bulk_run set lease_until = now()");
        rig.runner.run();
        rig.work();
        assertThat(rig.run(id))
                .returns(BulkState.DONE, BulkRun::state)
                .satisfies(run -> assertThat(run.counts().planned()).isEqualTo(4_500));
        assertThat(rig.number("select count(*) from post")).isEqualTo(4_500);
        assertThat(rig.number("select count(distinct text) from post")).isEqualTo(4_500);
        assertThatThrownBy(() -> rig.ledger.renew(dead)).isInstanceOf(ImportTakenOver.class);
    }

    @Test
    void aReadingThatDiedBeginsAnew() {
        BulkId id = rig.start("a.csv", THREE.getBytes(StandardCharsets.UTF_8), "", BulkMode.PREVIEW);
        rig.waiting.clear();
        assertThat(rig.ledger.claim(id)).isPresent();
        rig.sql("update bulk_run set lease_until = now()");
        rig.runner.run();
        rig.work();
        assertThat(rig.run(id).counts().rows()).isEqualTo(3);
    }

    @Test
    void theErrorFileIsOneThatAStrictReaderReads() {
        BulkId id = rig.send("when,text\n2027-03-04 10:00,=1+1\n03/04/2027 10:00,-2+3\nnever,@SUM(1)\n");
        List<List<String>> rows = StrictCsv.read(rig.errors(id), ',');
        assertThat(rows.getFirst()).containsExactly("line", "column", "value", "rule", "reason", "mend");
        assertThat(rows).hasSize(3);
        assertThat(rows.get(1)).startsWith("3", "when", "03/04/2027 10:00", "date-ambiguous");
        assertThat(rows.get(2))
                .startsWith("4", "when", "never", "date-unreadable")
                .doesNotContain("");
    }

    @Test
    void onlyThoseWhoMayPlanSendFilesAndNobodySeesThoseOfAnother() {
        BulkId id = rig.send(THREE);
        assertThat(rig.<Integer>as(ANNA, plans -> plans.newest(NORD, 10).size()))
                .isEqualTo(1);
        assertThatThrownBy(() -> rig.as(RITA, plans -> plans.find(id))).isInstanceOf(BulkNotFound.class);
        assertThatThrownBy(() -> rig.as(RITA, plans -> plans.undo(id))).isInstanceOf(BulkNotFound.class);
        rig.sql("update membership set role = 'ANALYST' where member_id = 502");
        var analyst = new MemberScope(
                World.AGENCY,
                World.MARC.member(),
                World.MARC_PROFILE,
                "marc@test.example",
                Map.of(NORD, Set.of(Role.ANALYST)),
                MemberScope.ALL_SCOPES);
        assertThatThrownBy(() -> rig.as(analyst, plans -> plans.commit(id, BulkMode.ROW_BY_ROW)))
                .isInstanceOf(PermissionDenied.class);
    }

    @Test
    void whoLostTheRightMeanwhilePlansNothing() {
        BulkId id = rig.send(THREE);
        rig.ask(plans -> plans.commit(id, BulkMode.ROW_BY_ROW));
        rig.sql("delete from membership where member_id = 502");
        rig.work();
        assertThat(rig.run(id)).returns(BulkState.FAILED, BulkRun::state);
        assertThat(rig.number("select count(*) from post")).isZero();
    }

    @Test
    void profilesKeepWhatWasSaidUnderAName() {
        var wish = BulkWish.parse(
                "{\"format\":\"generic\",\"columns\":{\"text\":\"Msg\",\"when\":\"At\"},\"dateFormat\":\"dd/mm/yyyy hh:mm\","
                        + "\"zone\":\"Asia/Kathmandu\"}");
        rig.ask(plans -> {
            rig.profiles().save(NORD, new BulkProfile("Agency sheet", wish));
            return true;
        });
        var kept = rig.ask(plans -> rig.profiles().named(NORD, "Agency sheet"));
        assertThat(kept.wish()).isEqualTo(wish);
        BulkId id = rig.send(
                "a.csv",
                "At;Msg;Note\n03/04/2027 10:00;a;x\n".getBytes(StandardCharsets.UTF_8),
                kept.wish().toJson(),
                BulkMode.PREVIEW);
        assertThat(rig.rows(id).getFirst().dueAt()).isEqualTo("2027-04-03T04:15:00Z");
        assertThat(rig.run(id).notes()).anyMatch(note -> note.contains("not read: Note"));
        assertThatThrownBy(() -> rig.ask(plans -> rig.profiles().named(NORD, "Other")))
                .isInstanceOf(BulkNotFound.class);
    }

    @Test
    void aDraftIsThrownAwayAndAPlanIsNot() {
        BulkId draft = rig.send(THREE);
        rig.ask(plans -> {
            plans.discard(draft);
            return true;
        });
        assertThatThrownBy(() -> rig.run(draft)).isInstanceOf(BulkNotFound.class);
        BulkId planned = rig.send(THREE);
        rig.plan(planned, BulkMode.ALL_OR_NOTHING);
        assertThatThrownBy(() -> rig.ask(plans -> {
                    plans.discard(planned);
                    return true;
                }))
                .isInstanceOf(BulkNotOpen.class);
        assertThat(rig.number("select count(*) from bulk_row")).isEqualTo(3);
    }
}
