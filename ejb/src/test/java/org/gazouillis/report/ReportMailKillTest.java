package org.gazouillis.report;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.gazouillis.report.MailRhythm.Every;
import org.gazouillis.report.ReportLetter.State;
import org.gazouillis.testrig.World;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gazouillis.testrig.World.ANNA;
import static org.gazouillis.testrig.World.NORD;

/// kill -9 of a real process that has handed a mail over and not heard the answer.
class ReportMailKillTest {
    private final World world = World.fresh();

    @Test
    void noReportIsMailedTwiceWhenItsProcessIsKilledInTheMiddleOfADelivery() throws Exception {
        var app = world.access().app();
        ReportRig anna = ReportRig.of(ANNA, world.access().url(), app.user(), app.password(), world.clock(), 1);
        var report =
                anna.reports().build(NORD, ReportTemplate.WEEKLY.plan("en")).id();
        List<String> three = List.of("a@client.example", "b@client.example", "c@client.example");
        anna.mailings()
                .set(
                        report,
                        new MailingPlan(
                                new MailRhythm(Every.DAY, "", LocalTime.of(8, 0)),
                                ZoneId.of("UTC"),
                                MailPeriod.DAYS_7,
                                List.of(ReportFile.CSV),
                                three,
                                true));
        sql("update report_mailing set due_at = now()");
        try (var smtp = new PlayedSmtp()) {
            MailRig survivor = MailRig.of(world, anna.runs(), smtp.port());
            survivor.tick().run();
            killedOnceItHandedTheSecondOver(smtp);
            assertThat(smtp.received()).hasSize(2);
            survivor.round().run();
            sql("update report_letter set lease_until = now() where state = 'SENDING'");
            survivor.round().run();
            survivor.round().run();
            assertThat(smtp.received()).hasSize(3);
            assertThat(three)
                    .allSatisfy(recipient -> assertThat(smtp.received())
                            .filteredOn(message -> message.contains("To: " + recipient))
                            .hasSize(1));
            assertThat(anna.letters().of(report))
                    .extracting(ReportLetter::state)
                    .containsExactly(State.SENT, State.UNKNOWN, State.SENT);
        }
    }

    private void killedOnceItHandedTheSecondOver(PlayedSmtp smtp) throws IOException, InterruptedException {
        var sender = new CompletableFuture<Process>();
        smtp.whenReceived(() -> {
            if (smtp.received().size() == 2) {
                kill(sender);
            }
        });
        var worker = world.access().worker();
        Process started = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        MailRig.class.getName(),
                        world.access().url(),
                        worker.user(),
                        worker.password(),
                        String.valueOf(smtp.port()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        sender.complete(started);
        assertThat(started.waitFor()).as("killed, not ended").isNotZero();
        smtp.whenReceived(() -> {});
    }

    private static void kill(CompletableFuture<Process> sender) {
        try {
            sender.join().destroyForcibly().waitFor();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void sql(String statement) {
        world.worker().useHandle(handle -> handle.execute(statement));
    }
}
