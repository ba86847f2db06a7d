package org.gazouillis.publish;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.gazouillis.audit.AuditTrail;
import org.gazouillis.kernel.MediaId;
import org.gazouillis.kernel.PostId;
import org.gazouillis.kernel.PublicationId;
import org.gazouillis.network.FakeServer;
import org.gazouillis.network.FakeServer.Answer;
import org.gazouillis.network.FakeServer.Asked;
import org.gazouillis.security.Permissions;
import org.gazouillis.testrig.Entities;
import org.gazouillis.testrig.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gazouillis.publish.OutsideWorld.MASTODON;
import static org.gazouillis.publish.OutsideWorld.RSS;
import static org.gazouillis.publish.OutsideWorld.WEBHOOK;

/// Images and threads outside: what goes step by step is neither doubled nor left half, wherever it is interrupted.
class OutsideThreadsTest {
    private static final Answer NOTHING = Answer.of(200, "[]");

    private final OutsideWorld outside = new OutsideWorld();
    private final FakeServer server = new FakeServer();

    @BeforeEach
    void connect() {
        outside.connect(MASTODON, "mastodon", server.address());
    }

    @AfterEach
    void close() {
        outside.dispatcher.stop();
        server.close();
    }

    @Test
    void partsAreRepliesToEachOtherEachWithAKeyOfItsOwn() {
        server.will(taken("1"), taken("2"), taken("3"));
        PostId post = outside.claimed("One", List.of(), List.of("Two", "Three"), MASTODON);
        settle(post, "PUBLISHED");
        assertThat(posted()).extracting(OutsideThreadsTest::replyTo).containsExactly("", "1", "2");
        assertThat(posted())
                .extracting(each -> each.headers().get("idempotency-key"))
                .containsExactly(post + ":450:1", post + ":450:1:2", post + ":450:1:3");
        assertThat(outside.row("select state, part, steps, remote_id, part_ids::text as ids from publication"))
                .containsEntry("state", "CONFIRMED")
                .containsEntry("part", 3)
                .containsEntry("steps", 3)
                .containsEntry("remote_id", "1")
                .containsEntry("ids", "{1,2,3}");
        assertThat(outside.texts("select part || ' ' || outcome || ' ' || (content_hash = sha256(convert_to("
                        + "(array['One', 'Two', 'Three'])[part], 'UTF8'))) from attempt order by id"))
                .containsExactly("1 CONFIRMED true", "2 CONFIRMED true", "3 CONFIRMED true");
        assertThat(outside.texts("select kind from outbox order by id")).containsExactly("PublicationConfirmed");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void aPartThatNobodyAnsweredIsFoundAndTheThreadGoesOn(int part) {
        for (int i = 1; i < part; i++) {
            server.will(taken(String.valueOf(i)));
        }
        server.will(Answer.of(502, ""), found(part));
        for (int i = part + 1; i <= 3; i++) {
            server.will(taken(String.valueOf(i)));
        }
        PostId post = outside.claimed("Part 1", List.of(), List.of("Part 2", "Part 3"), MASTODON);
        settle(post, "PUBLISHED");
        assertThat(posted()).as("none is sent again").hasSize(3);
        assertThat(outside.text("select part_ids::text from publication")).isEqualTo("{1,2,3}");
        assertThat(posted()).extracting(OutsideThreadsTest::replyTo).containsExactly("", "1", "2");
    }

    @Test
    void aPartLikeTheOneBeforeItIsNotTakenForIt() {
        String same = "{\"id\":\"1\",\"created_at\":\"2999-01-01T00:00:00Z\",\"content\":\"<p>Same</p>\"}";
        server.will(taken("1"), Answer.of(502, ""));
        server.will(Answer.of(200, "[" + same + "]"), NOTHING, Answer.of(200, "[" + same + "]"), NOTHING, taken("2"));
        PostId post = outside.claimed("Same", List.of(), List.of("Same"), MASTODON);
        settle(post, "PUBLISHED");
        assertThat(posted()).hasSize(3);
        assertThat(outside.text("select part_ids::text from publication")).isEqualTo("{1,2}");
    }

    @Test
    void aNodeThatDiesInTheMiddleOfAThreadLeavesItToAnother() {
        server.will(taken("1"));
        PostId post = outside.claimed("Part 1", List.of(), List.of("Part 2"), MASTODON);
        Leases leases = new Leases(outside.world.worker(), outside.world.ids(), Duration.ofMinutes(1));
        Settlement settlement = new Settlement(outside.world.worker(), outside.world.ids());
        Courier courier =
                new Courier(outside.networks.connector("mastodon"), outside.box, OutsideWorld.QUICK, outside.images);
        Delivery first = leases.take(outside.network("mastodon"), 1).getFirst();
        Outcome outcome = courier.deliver(first, System.nanoTime());
        settlement.write(first, new Judgement(OutsideWorld.QUICK).of(first, outcome, outside.network("mastodon")));
        Delivery second = leases.take(outside.network("mastodon"), 1).getFirst();
        assertThat(second.text()).isEqualTo("Part 2");
        outside.run("update publication set lease_until = now() - interval '1 second'");
        outside.upkeep.run();
        assertThat(outside.state(post, MASTODON)).isEqualTo("UNKNOWN");
        server.will(NOTHING, NOTHING, taken("2"));
        settle(post, "PUBLISHED");
        assertThat(posted()).extracting(OutsideThreadsTest::replyTo).containsExactly("", "1");
        Verdict late = Verdict.of(PublicationState.REJECTED, "REJECTED", "content", "", second);
        assertThat(settlement.write(second, late)).as("the node that was away").isFalse();
    }

    @Test
    void aThreadThatIsRefusedHalfwayIsPartlyOutAndGoesOnWhereItStopped() {
        server.will(taken("1"), Answer.of(422, "{}"));
        PostId post = outside.claimed("One", List.of(), List.of("Two", "Three"), MASTODON);
        settle(post, "PUBLISHED partly");
        assertThat(outside.state(post, MASTODON)).isEqualTo("REJECTED content");
        server.will(taken("2"), taken("3"));
        decide(doubts -> doubts.sendAgain(publication()));
        settle(post, "PUBLISHED");
        assertThat(posted()).extracting(OutsideThreadsTest::replyTo).containsExactly("", "1", "1", "2");
        assertThat(outside.state(post, MASTODON)).isEqualTo("CONFIRMED");
    }

    @Test
    void whenAPersonSaysThatAPartIsThereTheNextOneFollows() {
        server.will(taken("1"));
        server.will(Answer.of(502, ""), NOTHING, NOTHING, Answer.of(502, ""), NOTHING, NOTHING);
        server.will(Answer.of(502, ""), NOTHING, NOTHING);
        PostId post = outside.claimed("One", List.of(), List.of("Two", "Three"), MASTODON);
        settle(post, "PUBLISHED unclear");
        server.will(taken("3"));
        decide(doubts -> doubts.itIsThere(publication()));
        settle(post, "PUBLISHED");
        assertThat(replyTo(posted().getLast())).as("the last that we know").isEqualTo("1");
        assertThat(posted().getLast().body()).contains("Three");
    }

    @Test
    void aStopInTheMiddleKeepsTheRestAndLatenessDoesNot() {
        server.will(taken("1"), new Answer(429, java.util.Map.of("Retry-After", "60"), ""));
        PostId post = outside.claimed("One", List.of(), List.of("Two"), MASTODON);
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
            outside.dispatcher.run();
            return !outside.texts("select outcome from attempt where outcome = 'LATER'")
                    .isEmpty();
        });
        outside.run("update publication set due_at = now() - interval '5 hours'");
        outside.upkeep.run();
        assertThat(outside.state(post, MASTODON))
                .as("what was begun is brought to its end")
                .isEqualTo("DUE");
        outside.run("""
                insert into fence (workspace_id, id, brand_id, reason, raised_by, raised_at)
                values (101, 1, 201, 'crisis', 501, now())
                """);
        outside.upkeep.run();
        assertThat(outside.state(post, MASTODON)).isEqualTo("HELD fence");
        assertThat(outside.state(post)).isEqualTo("PUBLISHED partly");
    }

    @Test
    void eachPartCountsForTheBudget() {
        outside.claimed("One more", MASTODON);
        outside.run("""
                insert into post (workspace_id, id, brand_id, author_id, text, lang, state, content_hash, created_at, updated_at)
                select workspace_id, n, brand_id, author_id, text, lang, 'PUBLISHED', content_hash, now(), now()
                from post, generate_series(1, 30) n;
                insert into publication (workspace_id, id, post_id, brand_id, account_id, network, state, text, remote_id,
                                         published_at, part_ids, steps, part)
                select 101, n, n, 201, 450, 'mastodon', 'CONFIRMED', 'x', n, now() - interval '1 minute',
                       array_fill(n::text, array[10]), 10, 10
                from generate_series(1, 30) n
                """);
        Leases leases = new Leases(outside.world.worker(), outside.world.ids(), Duration.ofMinutes(1));
        assertThat(leases.take(outside.network("mastodon"), 5)).isEmpty();
    }

    @Test
    void imagesAreBroughtOnceEachBeforeTheTextWhateverHappens() {
        MediaId first = outside.image(901, "A lamp");
        MediaId second = outside.image(902, "");
        server.will(image("m1", 200), Answer.of(500, ""), image("m2", 202), image("m2", 206), image("m2", 200));
        server.will(Answer.of(502, ""), NOTHING, NOTHING, taken("1"), taken("2"));
        PostId post = outside.claimed("Look", List.of(first, second), List.of("And read"), MASTODON);
        settle(post, "PUBLISHED");
        List<Asked> statuses = posted();
        assertThat(statuses).hasSize(3);
        assertThat(statuses.subList(0, 2))
                .allSatisfy(each -> assertThat(each.body()).contains("\"media_ids\":[\"m1\",\"m2\"]"));
        assertThat(statuses.getLast().body()).doesNotContain("media_ids");
        assertThat(server.asked().stream()
                        .filter(each -> each.uri().getPath().equals("/api/v2/media"))
                        .map(each -> each.body().contains("A lamp")))
                .containsExactly(true, false, false);
        assertThat(outside.texts("select outcome from attempt order by id"))
                .containsSubsequence("IMAGE", "LATER", "LATER", "LATER", "IMAGE", "UNKNOWN", "CONFIRMED", "CONFIRMED");
    }

    @Test
    void aFileThatThisNodeDoesNotHaveIsWaitedForAndTheTextDoesNotGoWithoutIt() {
        MediaId image = outside.image(903, "Gone");
        String hash = outside.text("select hash from media");
        assertThat(outside.data
                        .path()
                        .resolve("media/" + hash.substring(0, 2) + "/" + hash + ".png")
                        .toFile()
                        .delete())
                .isTrue();
        outside.claimed("Look", List.of(image), List.of(), MASTODON);
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
            outside.dispatcher.run();
            return !outside.texts("select detail from attempt where outcome = 'LATER' and detail like '%file%'")
                    .isEmpty();
        });
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void aReceiverGetsPartsAndImagesInOneBody() {
        outside.connect(WEBHOOK, "webhook", server.address());
        server.will(Answer.of(204, ""));
        PostId post = outside.claimed("One", List.of(outside.image(904, "A lamp")), List.of("Two", "Three"), WEBHOOK);
        settle(post, "PUBLISHED");
        assertThat(server.asked()).hasSize(1);
        assertThat(server.asked().getFirst().body())
                .contains("\"parts\":[\"Two\",\"Three\"]")
                .contains("\"url\":\"https://nord.example/api/media/")
                .contains("\"alt\":\"A lamp\"");
    }

    @Test
    void aFeedShowsPartsAndImages() {
        outside.connect(RSS, "rss", server.address());
        PostId post = outside.claimed("One", List.of(outside.image(905, "A lamp")), List.of("Two"), RSS);
        settle(post, "PUBLISHED");
        Feed.Entry entry = new Feeds(outside.world.worker(), outside.images)
                .read(RSS)
                .orElseThrow()
                .entries()
                .getFirst();
        assertThat(entry.parts()).containsExactly("Two");
        assertThat(entry.images()).singleElement().satisfies(image -> {
            assertThat(image.alt()).isEqualTo("A lamp");
            assertThat(image.address())
                    .startsWith("https://nord.example/api/media/")
                    .endsWith(".png");
        });
    }

    private void settle(PostId post, String state) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> {
                    outside.dispatcher.run();
                    outside.upkeep.run();
                    return outside.state(post).equals(state);
                });
    }

    private List<Asked> posted() {
        return server.asked().stream()
                .filter(each -> each.uri().getPath().equals("/api/v1/statuses"))
                .toList();
    }

    private static String replyTo(Asked asked) {
        return Stream.of(asked.body().split("\"in_reply_to_id\":\"", 2))
                .skip(1)
                .map(rest -> rest.substring(0, rest.indexOf('"')))
                .findFirst()
                .orElse("");
    }

    private static Answer taken(String id) {
        return Answer.of(200, "{\"id\":\"" + id + "\"}");
    }

    private static Answer image(String id, int status) {
        return Answer.of(status, "{\"id\":\"" + id + "\"}");
    }

    /// The account's statuses, the newest first, up to that part.
    private static Answer found(int part) {
        StringBuilder all = new StringBuilder("[");
        for (int i = part; i > 0; i--) {
            all.append("{\"id\":\"")
                    .append(i)
                    .append("\",\"created_at\":\"2999-01-01T00:00:00Z\",\"content\":\"<p>Part ");
            all.append(i).append("</p>\"}").append(i > 1 ? "," : "]");
        }
        return Answer.of(200, all.toString());
    }

    private PublicationId publication() {
        return PublicationId.parse(outside.text("select id from publication"));
    }

    private void decide(java.util.function.Function<Doubts, Receipt> word) {
        outside.world.as(World.MARC, () -> {
            Permissions permissions = new Permissions(Entities.current(World.MARC));
            Receipts receipts =
                    new Receipts(outside.world.app(), permissions, new Queue(outside.world.app(), permissions));
            return word.apply(new Doubts(
                    outside.world.app(),
                    permissions,
                    receipts,
                    new AuditTrail(outside.world.ids(), outside.world.clock()),
                    outside.world.ids()));
        });
    }
}
