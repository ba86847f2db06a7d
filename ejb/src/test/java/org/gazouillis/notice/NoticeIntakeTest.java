package org.gazouillis.notice;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import org.gazouillis.compose.Plan;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.NoticeId;
import org.gazouillis.kernel.PublicAddress;
import org.gazouillis.outbox.OutboxRelay;
import org.gazouillis.publish.Publisher;
import org.gazouillis.publish.StopWish;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.testrig.Brake;
import org.gazouillis.testrig.Entities;
import org.gazouillis.testrig.Pen;
import org.gazouillis.testrig.World;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// From a post that the real publisher could not send to a letter that a real SMTP server took.
class NoticeIntakeTest {
    private World world;
    private OutboxRelay relay;
    private GreenMail mail;

    @BeforeEach
    void build() {
        world = World.fresh();
        relay = new OutboxRelay(world.worker(), List.of(new NoticeIntake(world.worker(), world.ids())));
        relay.subscribe();
        mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
    }

    @AfterEach
    void close() {
        mail.stop();
    }

    @Test
    void clocksThatChangedAreTold() {
        world.worker().useHandle(handle -> handle.execute("""
                insert into outbox (kind, workspace_id, subject, payload, at)
                select 'PlannedTimeMoved', 101, n, '{"brand": 201}', now() from generate_series(1, 3) n
                """));
        relay.run();
        relay.run();
        assertThat(strings("select kind || ' ' || sum(posts) from notice group by kind"))
                .containsExactly("MOVED 3");
    }

    @Test
    void whatAnAlertSawIsToldToItsWatcherAlone() throws Exception {
        alert(9001, 502, 2, "Café & thé", "2026-11-26T00:00:00Z");
        alert(9001, 502, 3, "Café & thé", "2026-11-26T00:00:00Z");
        alert(9002, 501, 1, "Vélo", "2026-11-26T00:00:00Z");
        relay.run();
        assertThat(strings(
                        "select topic || ' ' || member_id || ' ' || posts || ' ' || label from notice order by topic"))
                .containsExactly("9001 502 5 Café & thé", "9002 501 1 Vélo");
        assertThat(unread(World.MARC)).isEqualTo(1);
        assertThat(unread(World.ANNA)).isEqualTo(1);
        Notice notice = world.as(World.MARC, () -> board(World.MARC).newest(new NoticeId(Long.MAX_VALUE), 10))
                .items()
                .getFirst();
        assertThat(notice.page()).isEqualTo("/listen/alerts?alert=9001");
        assertThat(notice.label()).isEqualTo("Café & thé");
        assertThat(closing()).isEqualTo(2);
        round().run();
        assertThat(letters(World.MARC)).singleElement().satisfies(letter -> {
            assertThat(letter.getSubject()).isEqualTo("Gazouillis: 5 new posts for your search “Café & thé”");
            assertThat(letter.getContent().toString()).contains("https://desk.example/listen/alerts?alert=9001");
        });
        assertThat(letters(World.ANNA)).hasSize(1);
    }

    @Test
    void mailsWaitForTheEndOfTheDigestAndThePageDoesNot() {
        alert(9001, 502, 2, "Café", "2999-01-01T00:00:00Z");
        relay.run();
        assertThat(unread(World.MARC)).isEqualTo(1);
        assertThat(closing()).as("not before its time").isZero();
        world.as(World.MARC, () -> board(World.MARC).markRead(List.of()));
        assertThat(unread(World.MARC)).isZero();
        alert(9001, 502, 1, "Café", "2999-01-02T00:00:00Z");
        relay.run();
        assertThat(unread(World.MARC)).as("more has come").isEqualTo(1);
        assertThat(strings("select posts || ' ' || extract(day from closes_at) from notice"))
                .containsExactly("3 1");
        world.worker().useHandle(handle -> handle.execute("update notice set closes_at = now()"));
        assertThat(closing()).isEqualTo(1);
    }

    @Test
    void aFloodOfFailuresIsOneNoticeAndOneLetterEach() throws Exception {
        fail(40);
        relay.run();
        relay.run();
        assertThat(strings("select kind || ' ' || sum(posts) from notice group by kind"))
                .containsExactly("FAILED 40");
        assertThat(strings("select count(*)::text from notice")).containsExactly("1");
        assertThat(unread(World.MARC)).isEqualTo(1);
        assertThat(closing()).isPositive();
        round().run();
        round().run();
        assertThat(letters(World.MARC)).hasSize(1);
        assertThat(letters(World.ANNA)).hasSize(1);
        MimeMessage letter = letters(World.MARC).getFirst();
        assertThat(letter.getSubject()).contains("40");
        assertThat(letter.getContent().toString())
                .contains(
                        "@nord",
                        "https://desk.example/publish/queue?brand=nord",
                        "https://desk.example/notice/settings");
        assertThat(letters(World.RITA)).isEmpty();
    }

    @Test
    void whatHappensAfterANoticeIsClosedIsAnother() {
        fail(1);
        relay.run();
        closing();
        fail(1);
        relay.run();
        fail(2);
        relay.run();
        assertThat(strings("select posts::text from notice order by id")).containsExactly("1", "3");
    }

    @Test
    void membersReadTheirsAndNobodyElses() {
        fail(1);
        relay.run();
        assertThat(unread(World.RITA)).isZero();
        NoticeId notice = world.as(World.MARC, () -> board(World.MARC).newest(new NoticeId(Long.MAX_VALUE), 10))
                .items()
                .getFirst()
                .id();
        assertThat(world.<Integer>as(World.RITA, () -> board(World.RITA).markRead(List.of(notice))))
                .isZero();
        assertThat(world.<Integer>as(World.MARC, () -> board(World.MARC).markRead(List.of())))
                .isEqualTo(1);
        assertThat(unread(World.MARC)).isZero();
        assertThat(unread(World.ANNA)).isEqualTo(1);
    }

    @Test
    void wishesHoldForABrandElseForAll() {
        wish(World.MARC, null, new NoticeWish(NoticeKind.FAILED, false, false));
        wish(World.ANNA, World.NORD, new NoticeWish(NoticeKind.FAILED, true, false));
        fail(1);
        relay.run();
        assertThat(unread(World.MARC)).isZero();
        assertThat(unread(World.ANNA)).isEqualTo(1);
        assertThat(closing()).as("nobody wants it by mail").isZero();
        wish(World.MARC, World.NORD, new NoticeWish(NoticeKind.FAILED, true, true));
        assertThat(unread(World.MARC)).isEqualTo(1);
        assertThat(world.as(World.MARC, () -> wishes(World.MARC).of(World.NORD)))
                .contains(new NoticeWish(NoticeKind.FAILED, true, true), new NoticeWish(NoticeKind.HELD, true, true));
    }

    @Test
    void aStopAndWhatItHoldsAreTold() {
        Brake anna = new Brake(world, World.ANNA);
        anna.desk(desk -> desk.raise(StopWish.ofBrand(World.NORD)));
        new Pen(world, World.MARC).nord("Held", Plan.NOW);
        new Publisher(world.worker(), world.ids()).publishDue();
        relay.run();
        assertThat(strings("select kind from notice order by id")).containsExactly("STOPPED", "HELD");
    }

    @Test
    void aLetterThatIsNotTakenIsTriedAgainLater() {
        fail(1);
        relay.run();
        closing();
        MailRound toNobody = round();
        mail.stop();
        toNobody.run();
        assertThat(strings("select count(*)::text from notice_mail where sent_at is null and last_error is not null"))
                .containsExactly("2");
        mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        round().run();
        assertThat(mail.getReceivedMessages()).as("not before its time").isEmpty();
        world.worker().useHandle(handle -> handle.execute("update notice_mail set next_attempt_at = now()"));
        round().run();
        assertThat(mail.getReceivedMessages()).hasSize(2);
    }

    private void fail(int posts) {
        Pen marc = new Pen(world, World.MARC);
        for (int i = 0; i < posts; i++) {
            marc.nord("Post " + i, Plan.NOW);
        }
        world.worker()
                .useHandle(handle -> handle.execute("update post set account_ids = '{402}' where state = 'SCHEDULED'"));
        new Publisher(world.worker(), world.ids()).publishDue();
    }

    private void alert(long alert, long watcher, int posts, String label, String closes) {
        world.worker()
                .useHandle(handle -> handle.execute(
                        "insert into outbox (kind, workspace_id, subject, payload, at) values ('AlertMatched', 101, ?,"
                                + " jsonb_build_object('watcher', ?, 'posts', ?, 'label', ?, 'closes', ?), now())",
                        alert,
                        watcher,
                        posts,
                        label,
                        closes));
    }

    private int closing() {
        return new NoticeClosing(world.worker()).close(Duration.ZERO);
    }

    private MailRound round() {
        Properties smtp = new Properties();
        smtp.setProperty("mail.smtp.host", "127.0.0.1");
        smtp.setProperty("mail.smtp.port", String.valueOf(mail.getSmtp().getPort()));
        smtp.setProperty("mail.from", "desk@gazouillis.example");
        return new MailRound(
                world.worker(),
                new MailRoom(Session.getInstance(smtp), "127.0.0.1"),
                new PublicAddress("https://desk.example/"));
    }

    private List<MimeMessage> letters(MemberScope member) {
        return Arrays.stream(mail.getReceivedMessages())
                .filter(each -> to(each).contains(member.email()))
                .toList();
    }

    private static String to(MimeMessage message) {
        try {
            return Arrays.toString(message.getRecipients(Message.RecipientType.TO));
        } catch (jakarta.mail.MessagingException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private int unread(MemberScope member) {
        return world.as(member, () -> board(member).unread());
    }

    private NoticeBoard board(MemberScope member) {
        return new NoticeBoard(world.app(), new Permissions(Entities.current(member)), Entities.current(member));
    }

    private NoticeWishes wishes(MemberScope member) {
        return new NoticeWishes(world.app(), new Permissions(Entities.current(member)));
    }

    private void wish(MemberScope member, @Nullable BrandId brand, NoticeWish wish) {
        world.as(member, () -> {
            wishes(member).keep(brand, List.of(wish));
            return true;
        });
    }

    private List<String> strings(String sql) {
        return world.worker()
                .withHandle(
                        handle -> handle.createQuery(sql).mapTo(String.class).list());
    }
}
