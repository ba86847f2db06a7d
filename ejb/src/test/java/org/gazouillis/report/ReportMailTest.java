package org.gazouillis.report;

import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gazouillis.report.ReportLetter.State;
import org.gazouillis.report.ReportMailing.Trouble;
import org.gazouillis.security.Permission;
import org.gazouillis.security.PermissionDenied;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.tenancy.Role;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gazouillis.testrig.World.ANNA;
import static org.gazouillis.testrig.World.MARC;
import static org.gazouillis.testrig.World.NORD;
import static org.gazouillis.testrig.World.RITA;

/// From a report's rule to mails that a real SMTP server took, each once.
class ReportMailTest extends MailStage {
    @Test
    void atItsTimeARunIsMadeAndMailedToEachInItsLanguage() throws Exception {
        ReportMailing mailing = anna.mailings().set(report, weekly(TWO));
        assertThat(mailing.next()).hasSize(3).isSorted();
        node().tick().run();
        assertThat(anna.runs().of(report)).as("not before its time").isEmpty();
        due();
        send();
        ReportRun run = anna.runs().of(report).getFirst();
        assertThat(run.firstDay()).hasToString(one("select (local_at::date - 7)::text from report_sending"));
        assertThat(run.lastDay()).isEqualTo(run.firstDay().plusDays(6));
        assertThat(letters()).extracting(ReportLetter::state).containsExactly(State.SENT, State.SENT);
        assertThat(anna.mailings().one(mailing.id()).trouble()).isNull();

        MimeMessage letter = received("claire@client.example").getFirst();
        assertThat(letter.getSubject())
                .startsWith("Semaine de nord · du ")
                .contains(Integer.toString(run.lastDay().getYear()));
        assertThat(letter.getReplyTo()[0]).hasToString("anna@test.example");
        assertThat(letter.getHeader("List-Unsubscribe")).isNull();
        assertThat(letter.getMessageID()).matches("<report-letter-\\d+@desk\\.example>");
        assertThat(text(letter))
                .contains("Voici le rapport", "nord", "https://desk.example/report/one?brand=nord&id=" + report)
                .contains("#run-" + run.id(), "anna@test.example a mis en place cet envoi");
        assertThat(files(letter)).containsExactly("nord_" + run.fileBase() + ".pdf", "nord_" + run.fileBase() + ".csv");
        var digest = new DigestedOutput(new ByteArrayOutputStream());
        part(letter, 1).getInputStream().transferTo(digest);
        assertThat(digest.hex()).isEqualTo(run.sha256().get("pdf"));
        send();
        assertThat(mail.getReceivedMessages()).hasSize(2);
        assertThat(one("select count(*)::text from audit_entry where action = 'report.mailed'"))
                .isEqualTo("2");
    }

    @Test
    void whatWasSentGoesAgainAsACopyAndOnceHoweverOftenOnePresses() {
        anna.mailings().set(report, weekly(TWO));
        due();
        send();
        ReportRun run = anna.runs().of(report).getFirst();
        assertThat(anna.letters().again(run.id())).hasSize(4);
        assertThat(anna.letters().again(run.id())).hasSize(4);
        ReportLetter waits = letters().getFirst();
        assertThatThrownBy(() -> anna.letters().again(waits.id())).isInstanceOf(ReportRefused.class);
        send();
        assertThat(mail.getReceivedMessages()).hasSize(4);
        anna.letters().again(letters().getFirst().id());
        send();
        assertThat(mail.getReceivedMessages()).hasSize(5);
        assertThat(one("select count(*)::text from audit_entry where action = 'report.mailed-again'"))
                .isEqualTo("3");
    }

    @Test
    void whatIsRemovedSwitchedOffOrNoLongerMeantIsNotSent() {
        ReportMailing mailing = anna.mailings().set(report, weekly(TWO));
        due();
        node().tick().run();
        anna.mailings().remove(mailing.id());
        node().round().run();
        assertThat(mail.getReceivedMessages()).isEmpty();
        assertThat(anna.mailings().of(report)).isEmpty();
        assertThatThrownBy(() -> anna.mailings().one(mailing.id())).isInstanceOf(ReportNotFound.class);
        anna.mailings().restore(mailing.id());
        anna.mailings().change(mailing.id(), weekly(TWO.subList(0, 1)));
        node().round().run();
        assertThat(received(TWO.getFirst())).hasSize(1);
        assertThat(received(TWO.getLast())).isEmpty();
        ReportMailing off = anna.mailings().change(mailing.id(), switched(weekly(TWO), false));
        assertThat(off.next()).isEmpty();
        node().round().run();
        assertThat(mail.getReceivedMessages()).hasSize(1);
        assertThat(anna.mailings().change(mailing.id(), weekly(TWO)).next()).hasSize(3);
        anna.reports().remove(report);
        due();
        send();
        assertThat(mail.getReceivedMessages()).hasSize(1);
    }

    @Test
    void itGoesOutOnlyWhileWhoeverSetItUpMay() {
        ReportMailing mailing = anna.mailings().set(report, weekly(TWO));
        due();
        sql("update membership set role = 'AUTHOR' where member_id = 501");
        send();
        sql("update membership set role = 'OWNER' where member_id = 501");
        assertThat(anna.runs().of(report)).isEmpty();
        assertThat(anna.mailings().one(mailing.id()))
                .returns(Trouble.MAKER, ReportMailing::trouble)
                .returns(false, stopped -> stopped.plan().active());
        assertThat(notices()).containsExactly("UNMAILED 2");
        assertThat(anna.mailings().change(mailing.id(), weekly(TWO)).trouble()).isNull();
        due();
        send();
        assertThat(mail.getReceivedMessages()).hasSize(2);
    }

    @Test
    void theSixRolesMayAsTheyMayTakeFiguresOut() {
        ReportMailing mailing = anna.mailings().set(report, weekly(TWO));
        due();
        send();
        ReportLetter letter = letters().getFirst();
        for (Role role : Role.values()) {
            ReportRig member = rig(anna(Set.of(role), MemberScope.ALL_SCOPES));
            List<Runnable> deeds = List.of(
                    () -> member.mailings().of(report),
                    () -> member.mailings().change(mailing.id(), weekly(TWO)),
                    () -> member.mailings().set(report, weekly(TWO)),
                    () -> member.letters().of(report),
                    () -> member.letters().of(letter.runId()),
                    () -> member.letters().again(letter.runId()),
                    () -> member.mailings().remove(mailing.id()),
                    () -> member.mailings().restore(mailing.id()));
            for (Runnable deed : deeds) {
                if (Permission.EXPORT.isGivenTo(Set.of(role))) {
                    deed.run();
                } else {
                    assertThatThrownBy(deed::run).as(role.name()).isInstanceOf(PermissionDenied.class);
                }
            }
        }
        ReportRig reader = rig(anna(Set.of(Role.OWNER), Set.of("read")));
        assertThat(reader.letters().of(report)).isNotEmpty();
        assertThatThrownBy(() -> reader.mailings().set(report, weekly(TWO))).isInstanceOf(PermissionDenied.class);
        assertThatThrownBy(() -> reader.letters().again(letter.id())).isInstanceOf(PermissionDenied.class);
        assertThatThrownBy(() -> rig(MARC).mailings().one(mailing.id())).isInstanceOf(PermissionDenied.class);
        ReportRig rita = rig(RITA);
        assertThatThrownBy(() -> rita.mailings().one(mailing.id())).isInstanceOf(ReportNotFound.class);
        assertThatThrownBy(() -> rita.letters().again(letter.id())).isInstanceOf(ReportNotFound.class);
        assertThatThrownBy(() -> rita.letters().of(letter.runId())).isInstanceOf(ReportNotFound.class);
    }

    private static MailingPlan switched(MailingPlan plan, boolean active) {
        return new MailingPlan(plan.rhythm(), plan.zone(), plan.period(), plan.formats(), plan.recipients(), active);
    }

    private static MemberScope anna(Set<Role> roles, Set<String> scopes) {
        return new MemberScope(
                ANNA.workspace(), ANNA.member(), ANNA.profile(), ANNA.email(), Map.of(NORD, roles), scopes);
    }
}
