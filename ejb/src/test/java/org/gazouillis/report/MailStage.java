package org.gazouillis.report;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gazouillis.kernel.ReportId;
import org.gazouillis.notice.NoticeIntake;
import org.gazouillis.outbox.OutboxRelay;
import org.gazouillis.report.MailRhythm.Every;
import org.gazouillis.report.ReportBlock.Kind;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.testrig.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import static org.gazouillis.testrig.World.ANNA;
import static org.gazouillis.testrig.World.NORD;

/// A report, its rule and a real SMTP server, today: the database tells by its own clock what is due.
abstract class MailStage {
    static final List<String> TWO = List.of("claire@client.example", "boss@client.example");

    final World world = World.fresh();
    /// Each makes ids of its own.
    private int rigs = 10;
    final ReportRig anna = rig(ANNA);
    GreenMail mail;
    ReportId report;

    @BeforeEach
    void aReportAndAMailServer() {
        world.clock().set(Clock.systemUTC().instant());
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

    /// Its time has come, a week early.
    void due() {
        sql("update report_mailing set local_at = local_at - interval '7 days', due_at = due_at - interval '7 days'");
    }

    void send() {
        MailRig node = node();
        node.tick().run();
        node.round().run();
    }

    MailRig node() {
        return MailRig.of(world, anna.runs(), mail.getSmtp().getPort());
    }

    static MailingPlan weekly(List<String> recipients) {
        return new MailingPlan(
                new MailRhythm(Every.WEEK, "monday", LocalTime.of(8, 0)),
                ZoneId.of("Europe/Paris"),
                MailPeriod.WEEK,
                List.of(ReportFile.CSV, ReportFile.PDF),
                recipients,
                true);
    }

    List<ReportLetter> letters() {
        return anna.letters().of(report);
    }

    List<MimeMessage> received(String recipient) {
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

    static String text(MimeMessage message) throws IOException, MessagingException {
        return part(message, 0).getContent().toString();
    }

    static BodyPart part(MimeMessage message, int number) throws IOException, MessagingException {
        return ((MimeMultipart) message.getContent()).getBodyPart(number);
    }

    static List<String> files(MimeMessage message) throws IOException, MessagingException {
        List<String> names = new ArrayList<>();
        for (int i = 1; i < ((MimeMultipart) message.getContent()).getCount(); i++) {
            names.add(part(message, i).getFileName());
        }
        return names;
    }

    List<String> notices() {
        var relay = new OutboxRelay(world.worker(), List.of(new NoticeIntake(world.worker(), world.ids())));
        relay.run();
        return world.worker()
                .withHandle(handle -> handle.createQuery("select kind || ' ' || posts from notice order by id")
                        .mapTo(String.class)
                        .list());
    }

    void sql(String statement) {
        world.worker().useHandle(handle -> handle.execute(statement));
    }

    String one(String question) {
        return world.worker()
                .withHandle(handle ->
                        handle.createQuery(question).mapTo(String.class).one());
    }

    ReportRig rig(MemberScope member) {
        var app = world.access().app();
        return ReportRig.of(member, world.access().url(), app.user(), app.password(), world.clock(), rigs++);
    }
}
