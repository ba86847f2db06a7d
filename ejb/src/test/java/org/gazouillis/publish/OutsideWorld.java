package org.gazouillis.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gazouillis.compose.Details;
import org.gazouillis.compose.MediaFiles;
import org.gazouillis.compose.Plan;
import org.gazouillis.compose.PostOrder;
import org.gazouillis.compose.PublishedImages;
import org.gazouillis.kernel.AccountId;
import org.gazouillis.kernel.DataDirectory;
import org.gazouillis.kernel.MediaId;
import org.gazouillis.kernel.PostId;
import org.gazouillis.link.OwnAddress;
import org.gazouillis.network.Network;
import org.gazouillis.network.Networks;
import org.gazouillis.network.OutboundHttp;
import org.gazouillis.network.OutboundRules;
import org.gazouillis.network.mastodon.MastodonConnector;
import org.gazouillis.network.rss.RssConnector;
import org.gazouillis.network.webhook.WebhookConnector;
import org.gazouillis.security.SecretBox;
import org.gazouillis.testrig.Pen;
import org.gazouillis.testrig.World;

/// A [World] whose brand Nord also has accounts outside, and everything that publishes there.
final class OutsideWorld {
    static final AccountId MASTODON = new AccountId(450);
    static final AccountId RSS = new AccountId(451);
    static final AccountId WEBHOOK = new AccountId(452);

    /// Short waits, so that a test comes to its end.
    static final Patience QUICK = new Patience(
            Duration.ofSeconds(20),
            Duration.ofSeconds(5),
            Duration.ofMillis(50),
            Duration.ofMillis(100),
            Duration.ofMillis(50),
            Duration.ofMillis(200));

    final World world = World.fresh();
    final DataDirectory data = data();
    final SecretBox box = new SecretBox(data);
    final Publisher publisher = new Publisher(world.worker(), world.ids());
    final DispatchUpkeep upkeep = new DispatchUpkeep(world.worker(), world.ids());
    final Dispatcher dispatcher;
    final Networks networks;
    final PublishedImages images;

    OutsideWorld() {
        OutboundHttp http =
                new OutboundHttp(OutboundRules.of("127.0.0.1", ""), Clock.systemUTC(), Duration.ofMillis(1_500));
        networks = new Networks(List.of(
                new MastodonConnector(http), new WebhookConnector(http, Clock.systemUTC()), new RssConnector()));
        images = new PublishedImages(new MediaFiles(data), new OwnAddress("https://nord.example"));
        dispatcher = new Dispatcher(world.worker(), world.ids(), networks, box, images, QUICK);
        box.open(Set.of());
    }

    /// Gives Nord an account there.
    AccountId connect(AccountId account, String network, URI endpoint) {
        byte[] sealed = box.seal(World.AGENCY, account, network.equals("webhook") ? "whsec_c2VjcmV0" : "token");
        world.worker().useTransaction(handle -> {
            handle.execute("""
                    insert into social_account (workspace_id, id, brand_id, network, handle, created_at)
                    values (101, ?, 201, ?, ?, now())
                    """, account.value(), network, "nord_" + network);
            handle.execute("""
                    insert into account_access (workspace_id, account_id, brand_id, endpoint, remote_id, sealed, key_id,
                                                changed_at)
                    values (101, ?, 201, ?, '42', ?, ?, now())
                    """, account.value(), endpoint.toString(), sealed, box.keyId());
        });
        return account;
    }

    /// A post of Nord's on exactly these accounts, due now and claimed.
    PostId claimed(String text, AccountId... accounts) {
        PostId post = new Pen(world, World.MARC)
                .ask(composer ->
                        composer.write(new PostOrder(World.NORD, text, null, List.of(accounts), null, Plan.NOW), null));
        publisher.publish(post);
        return post;
    }

    /// A post with images and parts on exactly these accounts, due now and claimed.
    PostId claimed(String text, List<MediaId> media, List<String> parts, AccountId... accounts) {
        Details details = new Details(null, null, media, parts, null);
        PostId post = new Pen(world, World.MARC)
                .ask(composer -> composer.write(
                        new PostOrder(World.NORD, text, null, List.of(accounts), null, Plan.NOW, details), null));
        publisher.publish(post);
        return post;
    }

    /// An image of Nord's library; its file holds one byte.
    MediaId image(long id, String alt) {
        String hash = String.format(java.util.Locale.ROOT, "%064x", id);
        try {
            Path shelf = Files.createDirectories(data.path().resolve("media").resolve(hash.substring(0, 2)));
            Files.write(shelf.resolve(hash + ".png"), new byte[] {1});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        run(String.format(java.util.Locale.ROOT, """
                insert into media (workspace_id, id, brand_id, hash, type, width, height, bytes, name, alt_en, alt_fr, member_id,
                                   created_at)
                values (101, %d, 201, '%s', 'image/png', 30, 20, 1, 'dot', '%s', '', 502, now())
                """, id, hash, alt));
        return new MediaId(id);
    }

    Network network(String key) {
        return networks.connector(key).network();
    }

    String state(PostId post, AccountId account) {
        return world.worker()
                .withHandle(handle -> handle.createQuery("""
                                select state || coalesce(' ' || failure, '') from publication
                                where post_id = :post and account_id = :account
                                """)
                        .bind("post", post)
                        .bind("account", account)
                        .mapTo(String.class)
                        .one());
    }

    String state(PostId post) {
        return text("select state || coalesce(' ' || failure, '') from post where id = " + post);
    }

    String text(String sql) {
        return world.worker()
                .withHandle(
                        handle -> handle.createQuery(sql).mapTo(String.class).one());
    }

    List<String> texts(String sql) {
        return world.worker()
                .withHandle(
                        handle -> handle.createQuery(sql).mapTo(String.class).list());
    }

    void run(String sql) {
        world.worker().useHandle(handle -> handle.execute(sql));
    }

    Map<String, Object> row(String sql) {
        return world.worker()
                .withHandle(handle -> handle.createQuery(sql).mapToMap().one());
    }

    private static DataDirectory data() {
        try {
            return new DataDirectory(Files.createTempDirectory("keys"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
