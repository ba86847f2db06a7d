package org.gazouillis.report;

import jakarta.mail.Session;
import java.time.Clock;
import java.time.Duration;
import java.util.Properties;
import org.gazouillis.audit.AuditTrail;
import org.gazouillis.database.Login;
import org.gazouillis.kernel.PublicAddress;
import org.gazouillis.kernel.TimeOrderedIds;
import org.gazouillis.notice.MailRoom;
import org.gazouillis.tenancy.Members;
import org.gazouillis.tenancy.Sql;
import org.gazouillis.testrig.World;
import org.jdbi.v3.core.Jdbi;
import org.postgresql.ds.PGSimpleDataSource;

/// One node that mails reports, over connections of its own; and a process of its own that sends what is due.
record MailRig(MailingTick tick, LetterRound round, LetterLedger ledger) {
    static MailRig of(World world, ReportRuns runs, int port) {
        Login login = world.access().worker();
        Jdbi worker = worker(world.access().url(), login.user(), login.password());
        var trail = new AuditTrail(world.ids(), world.clock());
        return new MailRig(
                new MailingTick(worker, runs, new Members(worker), trail, world.ids()),
                round(worker, port, trail, world.ids(), world.clock()),
                new LetterLedger(worker, trail, Duration.ofMinutes(10)));
    }

    private static LetterRound round(Jdbi worker, int port, AuditTrail trail, TimeOrderedIds ids, Clock clock) {
        var smtp = new Properties();
        smtp.setProperty("mail.smtp.host", "127.0.0.1");
        smtp.setProperty("mail.smtp.port", String.valueOf(port));
        smtp.setProperty("mail.from", "desk@gazouillis.example");
        return new LetterRound(
                worker,
                new MailRoom(Session.getInstance(smtp), "127.0.0.1"),
                new PublicAddress("https://desk.example/"),
                trail,
                ids,
                clock);
    }

    /// @param arguments URL, user and password of the worker, port of the mail server
    public static void main(String[] arguments) {
        Jdbi worker = worker(arguments[0], arguments[1], arguments[2]);
        Clock clock = Clock.systemUTC();
        var ids = new TimeOrderedIds(clock, 3);
        round(worker, Integer.parseInt(arguments[3]), new AuditTrail(ids, clock), ids, clock)
                .run();
    }

    private static Jdbi worker(String url, String user, String password) {
        var source = new PGSimpleDataSource();
        source.setURL(url);
        source.setUser(user);
        source.setPassword(password);
        return Sql.over(source);
    }
}
