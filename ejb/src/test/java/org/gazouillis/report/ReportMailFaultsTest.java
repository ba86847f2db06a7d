package org.gazouillis.report;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.gazouillis.report.MailingTick.Taken;
import org.gazouillis.report.ReportLetter.State;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// Mails when several nodes send, when one dies, and when the mail server has its own ideas.
class ReportMailFaultsTest extends MailStage {
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
}
