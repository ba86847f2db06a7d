package org.gazouillis.report;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.gazouillis.kernel.ReportId;
import org.gazouillis.notice.NoticeIntake;
import org.gazouillis.outbox.OutboxRelay;
import org.gazouillis.report.MailRhythm.Every;
import org.gazouillis.report.MailingTick.Taken;
import org.gazouillis.report.ReportBlock.Kind;
import org.gazouillis.report.ReportLetter.State;
import org.gazouillis.report.ReportMailing.Trouble;
import org.gazouillis.security.Permission;
import org.gazouillis.security.PermissionDenied;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.tenancy.Role;
import org.gazouillis.testrig.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gazouillis.testrig.World.ANNA;
import static org.gazouillis.testrig.World.MARC;
import static org.gazouillis.testrig.World.NORD;
import static org.gazouillis.testrig.World.RITA;

/// From a report's rule to mails that a real SMTP server took, each once.
class ReportMailTest {
    private static final List<String> TWO = List.of("claire@client.example", "boss@client.example");

    private final World world = World.fresh();
    /// Each makes ids of its own.
    private int rigs = 10;
    private final ReportRig anna = rig(ANNA);
    private GreenMail mail;
    private ReportId report;

    @BeforeEach
    void aReportAndAMailServer() {
        mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        new OutboxRelay(world.worker(), List.of(new NoticeIntake(world.worker(), world.ids()))).subscribe();
        report = anna.reports()
                .build(
                        NORD,
                        new ReportPlan(
                                "Semaine de {{brand}}",
                                "fr",
                                List.of(new ReportBlock(Kind.FIGURES, "")),
                                List.of("text", "likes")))
                .id();
    }

    @AfterEach
    void close() {
        mail.stop();
    }

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
        assertThat(letter.getSubject()).startsWith("Semaine de nord · du ").contains("2026");
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
    void twoNodesAtOnceMakeOneRunAndOneMailEach() throws Exception {
        List<String> twenty = IntStream.range(0, 20)
                .mapToObj(n -> "r" + n + "@client.example")
                .toList();
        anna.mailings().set(report, weekly(twenty));
        due();
        MailRig first = node();
        MailRig second = node();
        Taken slow = first.tick().take().orElseThrow();
        assertThat(second.tick().take()).as("under the lease of the other").isEmpty();
        sql("update report_mailing set lease_until = now()");
        Taken quick = second.tick().take().orElseThrow();
        together(() -> first.tick().make(slow), () -> second.tick().make(quick));
        assertThat(anna.runs().of(report)).hasSize(1);
        together(() -> first.round().run(), () -> second.round().run());
        assertThat(mail.getReceivedMessages())
                .extracting(message -> Arrays.toString(message.getAllRecipients()))
                .hasSize(20)
                .doesNotHaveDuplicates();
        assertThat(letters()).allSatisfy(letter -> assertThat(letter.state()).isEqualTo(State.SENT));
        first.tick().make(slow);
        assertThat(anna.runs().of(report)).as("one that slept meanwhile").hasSize(1);
    }

    @Test
    void whatANodeLeftBehindIsPerhapsSentAndOnlyAPersonSendsItAgain() throws Exception {
        anna.mailings().set(report, weekly(TWO));
        due();
        node().tick().run();
        var lost = node().ledger().take().orElseThrow();
        sql("update report_letter set lease_until = now() where state = 'SENDING'");
        send();
        send();
        assertThat(states())
                .containsOnly(Map.entry(lost.recipient(), State.UNKNOWN), other(lost.recipient(), State.SENT));
        assertThat(mail.getReceivedMessages()).hasSize(1);
        assertThat(notices()).containsExactly("UNMAILED 1");

        ReportLetter again = anna.letters().again(lost.id());
        assertThat(again.id()).as("the same mail, so that a mailbox can tell").isEqualTo(lost.id());
        node().ledger().settle(lost, State.FAILED, "a late answer of the first try");
        send();
        assertThat(states()).containsEntry(lost.recipient(), State.SENT);
        assertThat(received(lost.recipient()))
                .singleElement()
                .satisfies(letter ->
                        assertThat(letter.getMessageID()).contains(lost.id().toString()));
        assertThat(letters()).extracting(ReportLetter::askedBy).contains("anna@test.example");
    }

    @Test
    void aLateAnswerOfTheSameTryStillCounts() {
        anna.mailings().set(report, weekly(TWO));
        due();
        node().tick().run();
        var slow = node().ledger().take().orElseThrow();
        sql("update report_letter set lease_until = now() where state = 'SENDING'");
        node().ledger().closeWhatIsOver();
        assertThat(states()).containsEntry(slow.recipient(), State.UNKNOWN);
        node().ledger().settle(slow, State.SENT, "");
        assertThat(states()).containsEntry(slow.recipient(), State.SENT);
    }

    @Test
    void whatTheMailServerSaysDecidesWhetherItIsTriedAgain() throws Exception {
        try (var smtp = new PlayedSmtp()) {
            anna.mailings().set(report, weekly(TWO.subList(0, 1)));
            due();
            MailRig node = MailRig.of(world, anna.runs(), smtp.port());
            node.tick().run();
            smtp.answer("RCPT", "451 4.7.1 Greylisted, come back");
            node.round().run();
            assertThat(letters().getFirst())
                    .returns(State.PENDING, ReportLetter::state)
                    .returns(1, ReportLetter::attempts)
                    .returns("451 4.7.1 Greylisted, come back", ReportLetter::error);
            node.round().run();
            assertThat(letters().getFirst().attempts()).as("not at once").isEqualTo(1);
            smtp.answer("RCPT", "250 ok").answer("END", "");
            sql("update report_letter set next_at = now()");
            node.round().run();
            assertThat(letters().getFirst().state())
                    .as("no answer to a whole message")
                    .isEqualTo(State.UNKNOWN);
            sql("update report_letter set next_at = now()");
            node.round().run();
            assertThat(smtp.received()).hasSize(1);
            smtp.answer("RCPT", "550 5.1.1 No such user");
            anna.letters().again(letters().getFirst().id());
            node.round().run();
            assertThat(letters().getFirst())
                    .returns(State.FAILED, ReportLetter::state)
                    .returns("550 5.1.1 No such user", ReportLetter::error);
            assertThat(notices()).containsExactly("UNMAILED 2");
        }
    }

    @Test
    void withoutAMailServerItIsTriedLaterAndLaterAndGivenUpAfterADay() {
        anna.mailings().set(report, weekly(TWO));
        due();
        MailRig node = node();
        mail.stop();
        node.tick().run();
        for (int round = 0; round < 3; round++) {
            sql("update report_letter set next_at = now() where attempts = (select max(attempts) from report_letter)");
            node.round().run();
        }
        assertThat(one("select max(attempts)::text from report_letter")).isEqualTo("3");
        assertThat(one("select round(extract(epoch from max(next_at) - now()) / 60)::text from report_letter"))
                .isEqualTo("4");
        sql("update report_letter set give_up_at = now() + interval '1 minute', next_at = now()");
        node.round().run();
        sql("update report_letter set give_up_at = now()");
        node.round().run();
        assertThat(letters()).extracting(ReportLetter::state).containsOnly(State.FAILED);
        assertThat(notices()).containsExactly("UNMAILED 2");
    }

    @Test
    void filesThatAreTooLargeForAMailBecomeALink() throws Exception {
        anna.mailings().set(report, weekly(TWO.subList(0, 1)));
        due();
        MailRig node = node();
        node.tick().run();
        mail.stop();
        node.round().largest(1_000).run();
        assertThat(anna.shares().standing(report)).as("a link that nobody got").isEmpty();
        mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        sql("update report_letter set next_at = now()");
        node().round().largest(1_000).run();
        MimeMessage letter = received(TWO.getFirst()).getFirst();
        assertThat(files(letter)).isEmpty();
        String secret = text(letter).replaceAll("(?s).*/api/shared-reports/([^/]+)/pdf.*", "$1");
        assertThat(new SharedReports(world.worker(), world.clock()).open(secret))
                .isPresent();
        assertThat(anna.shares().standing(report)).hasSize(1);
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

    /// Its time has come, a week early.
    private void due() {
        sql("update report_mailing set local_at = local_at - interval '7 days', due_at = due_at - interval '7 days'");
    }

    private void send() {
        MailRig node = node();
        node.tick().run();
        node.round().run();
    }

    private MailRig node() {
        return MailRig.of(world, anna.runs(), mail.getSmtp().getPort());
    }

    private static MailingPlan weekly(List<String> recipients) {
        return new MailingPlan(
                new MailRhythm(Every.WEEK, "monday", LocalTime.of(8, 0)),
                ZoneId.of("Europe/Paris"),
                MailPeriod.WEEK,
                List.of(ReportFile.CSV, ReportFile.PDF),
                recipients,
                true);
    }

    private static MailingPlan switched(MailingPlan plan, boolean active) {
        return new MailingPlan(plan.rhythm(), plan.zone(), plan.period(), plan.formats(), plan.recipients(), active);
    }

    private static MemberScope anna(Set<Role> roles, Set<String> scopes) {
        return new MemberScope(
                ANNA.workspace(), ANNA.member(), ANNA.profile(), ANNA.email(), Map.of(NORD, roles), scopes);
    }

    private List<ReportLetter> letters() {
        return anna.letters().of(report);
    }

    private Map<String, State> states() {
        return letters().stream()
                .collect(java.util.stream.Collectors.toMap(ReportLetter::recipient, ReportLetter::state));
    }

    private static Map.Entry<String, State> other(String recipient, State state) {
        return Map.entry(TWO.get(1 - TWO.indexOf(recipient)), state);
    }

    private static void together(Runnable... deeds) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Object>> work = Arrays.stream(deeds)
                    .<Callable<Object>>map(deed -> Executors.callable(deed))
                    .toList();
            for (var done : threads.invokeAll(work)) {
                done.get();
            }
        }
    }

    private List<MimeMessage> received(String recipient) {
        return Arrays.stream(mail.getReceivedMessages())
                .filter(message -> to(message).contains(recipient))
                .toList();
    }

    private static String to(MimeMessage message) {
        try {
            return Arrays.toString(message.getAllRecipients());
        } catch (MessagingException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static String text(MimeMessage message) throws IOException, MessagingException {
        return part(message, 0).getContent().toString();
    }

    private static BodyPart part(MimeMessage message, int number) throws IOException, MessagingException {
        return ((MimeMultipart) message.getContent()).getBodyPart(number);
    }

    private static List<String> files(MimeMessage message) throws IOException, MessagingException {
        List<String> names = new ArrayList<>();
        for (int i = 1; i < ((MimeMultipart) message.getContent()).getCount(); i++) {
            names.add(part(message, i).getFileName());
        }
        return names;
    }

    private List<String> notices() {
        var relay = new OutboxRelay(world.worker(), List.of(new NoticeIntake(world.worker(), world.ids())));
        relay.run();
        return world.worker()
                .withHandle(handle -> handle.createQuery("select kind || ' ' || posts from notice order by id")
                        .mapTo(String.class)
                        .list());
    }

    private void sql(String statement) {
        world.worker().useHandle(handle -> handle.execute(statement));
    }

    private String one(String question) {
        return world.worker()
                .withHandle(handle ->
                        handle.createQuery(question).mapTo(String.class).one());
    }

    private ReportRig rig(MemberScope member) {
        var app = world.access().app();
        return ReportRig.of(member, world.access().url(), app.user(), app.password(), world.clock(), rigs++);
    }
}
