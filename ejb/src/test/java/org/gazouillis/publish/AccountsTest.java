package org.gazouillis.publish;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.gazouillis.audit.AuditTrail;
import org.gazouillis.compose.AccountNotFound;
import org.gazouillis.kernel.AccountId;
import org.gazouillis.network.FakeServer;
import org.gazouillis.network.FakeServer.Answer;
import org.gazouillis.network.OutboundHttp;
import org.gazouillis.network.OutboundRules;
import org.gazouillis.security.PermissionDenied;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.testrig.Entities;
import org.gazouillis.testrig.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AccountsTest {
    private static final URI FEEDS = URI.create("https://gazouillis.example/api/feeds/");
    private static final Answer NORD = Answer.of(200, "{\"id\":\"42\",\"acct\":\"nord\",\"url\":\"https://m/@nord\"}");
    private static final Answer OTHER = Answer.of(200, "{\"id\":\"43\",\"acct\":\"lune\"}");

    private final OutsideWorld outside = new OutsideWorld();
    private final FakeServer server = new FakeServer();

    @AfterEach
    void close() {
        outside.dispatcher.stop();
        server.close();
    }

    @Test
    void anAccountIsConnectedAfterTheNetworkSaidWhoseItIs() {
        ConnectedAccount account = connected();
        assertThat(account.handle()).isEqualTo("nord@" + server.address().getAuthority());
        assertThat(account.state()).isEqualTo("ACTIVE");
        assertThat(server.asked().getFirst().headers()).containsEntry("authorization", "Bearer secret-token");
        assertThat(outside.text("select encode(sealed, 'escape') from account_access"))
                .doesNotContain("secret-token");
        assertThat(outside.texts("select action from audit_entry")).contains("account.connected");
        List<ConnectedAccount> accounts = as(World.ANNA, book -> book.of(World.NORD));
        assertThat(accounts).extracting(ConnectedAccount::network).containsExactly("gazouillis", "mastodon");
    }

    @Test
    void aTokenThatIsRefusedIsSaidBesideItsField() {
        server.will(Answer.of(401, "{}"));
        assertThatExceptionOfType(AccountRefused.class)
                .isThrownBy(() -> connect("mastodon", server.address().toString(), "bad"))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("token"));
        assertThat(outside.text("select count(*) from account_access")).isEqualTo("0");
    }

    @ParameterizedTest
    @CsvSource({
        "mastodon, '', token, endpoint",
        "mastodon, https://10.0.0.1, token, endpoint",
        "mastodon, not an address, token, endpoint",
        "webhook, http://localhost:9990/, '', endpoint",
        "carrier pigeon, https://example.org, token, network"
    })
    void whatCannotBeUsedIsNotKept(String network, String endpoint, String token, String field) {
        assertThatExceptionOfType(AccountRefused.class)
                .isThrownBy(() -> connect(network, endpoint, token))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo(field));
    }

    @Test
    void theSameAccountIsConnectedOnceAndComesBackAsItself() {
        AccountId id = connected().id();
        server.will(NORD);
        assertThatThrownBy(() -> connect("mastodon", server.address().toString(), "secret-token"))
                .isInstanceOf(AccountRefused.class);
        as(World.ANNA, book -> {
            book.disconnect(id);
            return id;
        });
        assertThat(outside.text("select count(*) from account_access")).isEqualTo("0");
        assertThat(connected().id()).isEqualTo(id);
    }

    @Test
    void aNewTokenMustBeOfTheSameAccount() {
        AccountId id = connected().id();
        server.will(OTHER);
        assertThatExceptionOfType(AccountRefused.class)
                .isThrownBy(() -> accounts(World.ANNA, each -> each.renew(id, "of another", null)))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("token"));
        server.will(NORD);
        outside.run("update social_account set state = 'PAUSED', trouble = 'ACCESS' where network = 'mastodon'");
        assertThat(accounts(World.ANNA, each -> each.renew(id, "fresh", null)).state())
                .isEqualTo("ACTIVE");
    }

    @Test
    void aTestThatSucceedsLetsAPausedAccountGoOn() {
        AccountId id = connected().id();
        outside.run("update social_account set state = 'PAUSED', trouble = 'FAILING' where network = 'mastodon'");
        server.will(NORD);
        ConnectedAccount account = accounts(World.ANNA, each -> each.test(id));
        assertThat(account.state()).isEqualTo("ACTIVE");
        assertThat(account.trouble()).isNull();
    }

    @Test
    void aWebhooksKeyIsGivenOnceAndAFeedHasAnAddressOfOurs() {
        AccountSecret webhook = connect("webhook", server.address() + "hook", "");
        assertThat(webhook.secret()).startsWith("whsec_").hasSize("whsec_".length() + 32);
        assertThat(webhook.toString()).doesNotContain("whsec_");
        AccountSecret feed = connect("rss", "", "");
        assertThat(feed.account().endpoint())
                .isEqualTo(FEEDS + "" + feed.account().id() + ".xml");
    }

    @Test
    void onlyWhoAdministersTheBrandConnectsAndNobodyElseSeesIt() {
        assertThatThrownBy(() -> accounts(
                        World.MARC, each -> each.connect(new NewAccount(World.NORD, "rss", "", "", null), FEEDS)))
                .isInstanceOf(PermissionDenied.class);
        AccountId id = connected().id();
        assertThatThrownBy(() -> as(World.MARC, book -> book.switchTo(id, false)))
                .isInstanceOf(PermissionDenied.class);
        assertThatThrownBy(() -> as(World.RITA, book -> book.one(id))).isInstanceOf(AccountNotFound.class);
        assertThat(as(World.ANNA, book -> book.switchTo(id, false)).state()).isEqualTo("DISABLED");
    }

    private ConnectedAccount connected() {
        server.will(NORD);
        return connect("mastodon", server.address() + "somewhere", "secret-token")
                .account();
    }

    private AccountSecret connect(String network, String endpoint, String token) {
        NewAccount wish = new NewAccount(World.NORD, network, endpoint, token, null);
        return accounts(World.ANNA, each -> each.connect(wish, FEEDS));
    }

    private <T> T accounts(MemberScope member, Function<Accounts, T> deed) {
        OutboundHttp http =
                new OutboundHttp(OutboundRules.of("127.0.0.1", ""), Clock.systemUTC(), Duration.ofSeconds(1));
        return as(
                member,
                book -> deed.apply(new Accounts(
                        book,
                        outside.networks,
                        http,
                        new Permissions(Entities.current(member)),
                        outside.box,
                        outside.world.ids())));
    }

    private <T> T as(MemberScope member, Function<AccountBook, T> deed) {
        return outside.world.as(
                member,
                () -> deed.apply(new AccountBook(
                        outside.world.app(),
                        new Permissions(Entities.current(member)),
                        outside.box,
                        new AuditTrail(outside.world.ids(), outside.world.clock()))));
    }
}
