package org.gazouillis.notice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.gazouillis.audit.AuditTrail;
import org.gazouillis.kernel.DataDirectory;
import org.gazouillis.kernel.PublicAddress;
import org.gazouillis.network.FakeServer;
import org.gazouillis.network.FakeServer.Answer;
import org.gazouillis.network.OutboundHttp;
import org.gazouillis.network.OutboundRules;
import org.gazouillis.network.SignedHttp;
import org.gazouillis.publish.OutsideGate;
import org.gazouillis.security.Permissions;
import org.gazouillis.security.SecretBox;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.testrig.Entities;
import org.gazouillis.testrig.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// Notices at an address of a member's own.
class NoticeHooksTest {
    private final OutboundHttp http =
            new OutboundHttp(OutboundRules.of("127.0.0.1", ""), Clock.systemUTC(), Duration.ofMillis(700));
    private final SignedHttp signed = new SignedHttp(http, Clock.systemUTC());
    private final FakeServer server = new FakeServer();
    private World world;
    private SecretBox box;
    private HookRound round;

    @BeforeEach
    void build() {
        world = World.fresh();
        box = new SecretBox(keys());
        box.open(Set.of());
        round = new HookRound(world.worker(), signed, box, new PublicAddress("https://desk.example/"));
    }

    @AfterEach
    void close() {
        round.stop();
        server.close();
    }

    @Test
    void aNoticeComesOnceSignedWithTheKeyThatWasShown() throws Exception {
        NoticeHook.Fresh fresh = lead(World.MARC);
        server.will(Answer.of(204, ""));
        notice("FAILED", 3);
        round.run();
        round.run();
        assertThat(server.asked()).hasSize(1);
        FakeServer.Asked asked = server.asked().getFirst();
        assertThat(asked.body())
                .contains("\"type\":\"notice\"")
                .contains("\"kind\":\"FAILED\"")
                .contains("\"brand\":\"nord\"")
                .contains("\"count\":3")
                .contains("https://desk.example/publish/queue?brand=nord");
        Map<String, String> headers = asked.headers();
        String said = headers.get("webhook-id") + "." + headers.get("webhook-timestamp") + "." + asked.body();
        assertThat(headers).containsEntry("webhook-signature", "v1," + hmac(fresh.key(), said));
        NoticeHook seen = ask(World.MARC, NoticeHooks::mine).orElseThrow();
        assertThat(seen.lastSuccessAt()).isNotNull();
        assertThat(seen.calls()).singleElement().satisfies(call -> {
            assertThat(call.sentAt()).isNotNull();
            assertThat(call.attempts()).isEqualTo(1);
        });
        assertThat(fresh.toString()).doesNotContain(fresh.key());
        assertThat(text("select encode(sealed, 'escape') from notice_hook")).doesNotContain(fresh.key());
    }

    @Test
    void whatIsNotTakenIsTriedAgainLaterAndInTheEndGivenUp() {
        lead(World.MARC);
        notice("HELD", 1);
        for (int attempt = 1; attempt <= 12; attempt++) {
            server.will(attempt % 2 == 0 ? Answer.of(500, "") : Answer.of(404, ""));
            round.run();
            round.run();
            assertThat(server.asked()).as("not before its time").hasSize(attempt);
            run("update notice_call set next_attempt_at = now()");
        }
        round.run();
        assertThat(server.asked()).hasSize(12);
        assertThat(server.asked().stream()
                        .map(each -> each.headers().get("webhook-id"))
                        .distinct())
                .hasSize(1);
        assertThat(text("select last_error is not null and given_up_at is not null from notice_call"))
                .isEqualTo("t");
    }

    @Test
    void anAddressThatFailsForADayIsPausedAndATestLetsItGoOn() {
        lead(World.MARC);
        run("update notice_hook set failing_since = now() - interval '25 hours'");
        notice("HELD", 1);
        server.will(Answer.of(500, ""));
        round.run();
        assertThat(ask(World.MARC, NoticeHooks::mine).orElseThrow().paused()).isTrue();
        notice("MISSED", 1);
        assertThat(text("select count(*) from notice_call"))
                .as("nothing more for it")
                .isEqualTo("1");
        server.will(Answer.of(500, ""));
        assertThatThrownBy(() -> ask(World.MARC, NoticeHooks::test)).isInstanceOf(HookRefused.class);
        server.will(Answer.of(200, ""));
        assertThat(ask(World.MARC, NoticeHooks::test).paused()).isFalse();
        assertThat(server.asked().getLast().body()).contains("\"type\":\"test\"");
    }

    @Test
    void eachMemberHearsOfTheirBrandsAndOfWhatTheyWish() {
        lead(World.MARC);
        lead(World.RITA);
        world.as(World.MARC, () -> {
            new NoticeWishes(world.app(), new Permissions(Entities.current(World.MARC)))
                    .keep(null, List.of(new NoticeWish(NoticeKind.HELD, true, true, false)));
            return true;
        });
        server.will(Answer.of(200, ""), Answer.of(200, ""));
        notice("HELD", 1);
        notice("FAILED", 1);
        round.run();
        assertThat(server.asked())
                .singleElement()
                .satisfies(asked -> assertThat(asked.body()).contains("FAILED"));
        run("update member set disabled_at = now() where id = 502");
        notice("MISSED", 1);
        round.run();
        assertThat(server.asked()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:9990/",
                "https://10.0.0.1/hook",
                "https://[::ffff:127.0.0.1]/",
                "https://169.254.169.254/",
                "http://93.184.215.14/",
                "https://user:secret@example.com/",
                "ftp://example.com/",
                "no address",
                ""
            })
    void anAddressIntoThePrivateNetworkIsRefusedAndNothingIsKept(String address) {
        assertThatThrownBy(() -> ask(World.MARC, hooks -> hooks.lead(address))).isInstanceOf(HookRefused.class);
        assertThat(text("select count(*) from notice_hook")).isEqualTo("0");
    }

    @Test
    void aNewAddressHasANewKeyAndNobodySeesAnothers() {
        NoticeHook.Fresh first = lead(World.MARC);
        NoticeHook.Fresh second = lead(World.MARC);
        assertThat(second.key()).isNotEqualTo(first.key());
        assertThat(text("select count(*) from notice_hook")).isEqualTo("1");
        assertThat(ask(World.ANNA, NoticeHooks::mine)).isEmpty();
        assertThat(ask(World.RITA, NoticeHooks::mine)).isEmpty();
        ask(World.MARC, hooks -> {
            hooks.remove();
            return true;
        });
        assertThat(ask(World.MARC, NoticeHooks::mine)).isEmpty();
        assertThat(text("select string_agg(action, ' ' order by id) from audit_entry"))
                .isEqualTo("notice.hook-set notice.hook-set notice.hook-removed");
    }

    @Test
    void keysAreLockedAnewWithTheAccounts() {
        lead(World.MARC);
        String before = text("select key_id from notice_hook");
        run("update notice_hook set key_id = '0123456789abcdef'");
        OutsideGate gate = new OutsideGate(world.worker(), box);
        gate.open();
        assertThat(gate.trouble()).contains("0123456789abcdef");
        run("update notice_hook set key_id = '" + before + "'");
        gate.open();
        assertThat(gate.trouble()).isEmpty();
    }

    private NoticeHook.Fresh lead(MemberScope member) {
        return ask(member, hooks -> hooks.lead(server.address().toString()));
    }

    /// A notice of Nord's whose minute is over.
    private void notice(String kind, int posts) {
        run(String.format(java.util.Locale.ROOT, """
                insert into notice (workspace_id, id, brand_id, kind, posts, subject, opened_at)
                values (101, %s, 201, '%s', %d, 1, now())
                """, world.ids().next(), kind, posts));
        new NoticeClosing(world.worker()).close(Duration.ZERO);
    }

    private <T> T ask(MemberScope member, Function<NoticeHooks, T> question) {
        HookBook book = new HookBook(
                world.app(),
                new Permissions(Entities.current(member)),
                box,
                new AuditTrail(world.ids(), world.clock()),
                world.ids());
        return world.as(member, () -> question.apply(new NoticeHooks(book, http, signed, box, Clock.systemUTC())));
    }

    private void run(String sql) {
        world.worker().useHandle(handle -> handle.execute(sql));
    }

    private String text(String sql) {
        return world.worker()
                .withHandle(
                        handle -> handle.createQuery(sql).mapTo(String.class).one());
    }

    private static DataDirectory keys() {
        try {
            return new DataDirectory(Files.createTempDirectory("keys"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hmac(String key, String signed) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(key.substring("whsec_".length())), "HmacSHA256"));
        return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    }
}
