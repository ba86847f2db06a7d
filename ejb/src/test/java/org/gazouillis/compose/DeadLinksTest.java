package org.gazouillis.compose;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.gazouillis.kernel.PostId;
import org.gazouillis.network.LinkAnswer;
import org.gazouillis.testrig.Pen;
import org.gazouillis.testrig.World;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// Dead links and accesses that will have ended are told, while one writes and before the post goes out; neither
/// holds anything up by itself.
class DeadLinksTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final String GONE = "https://example.com/gone";
    private static final Instant TOMORROW = Clock.systemUTC().instant().plus(Duration.ofHours(30));
    private static final String FINE = "https://example.com/fine";

    private World world;
    private Pen marc;

    @BeforeEach
    void build() {
        world = World.fresh();
        marc = new Pen(world, World.MARC);
        world.web().put(GONE, LinkAnswer.dead("404"));
        world.web().put(FINE, LinkAnswer.THERE);
    }

    @Test
    void aDeadLinkIsToldInItsPlaceOnceItWasFollowed() {
        PostOrder order = order("See " + FINE + " and " + GONE, List.of("Or " + GONE), null);
        assertThat(dead(order)).as("nobody has followed it yet").isEmpty();
        follow(order);
        List<Check> found = dead(order);
        assertThat(found).extracting(Check::where).containsExactly("", "part:2");
        assertThat(found.getFirst().isWarning()).isTrue();
        assertThat(found.getFirst().numbers()).containsExactly(GONE, "404");
        assertThat(found.getFirst().spot())
                .isEqualTo(new Check.Spot(
                        ("See " + FINE + " and ").length(), order.text().length()));
        assertThat(found.getFirst().sentence()).contains("its server answers 404");
    }

    @Test
    void itHoldsUpWhoAsksForConfirmationAndNobodyElse() {
        PostOrder plain = order("See " + GONE, null, null);
        follow(plain);
        assertThat(write(plain)).isNotNull();
        PostOrder careful = order("Look at " + GONE, null, Set.of());
        assertThatThrownBy(() -> write(careful)).isInstanceOfSatisfying(PostRefused.class, refused -> {
            assertThat(refused.isForConfirmation()).isTrue();
            assertThat(refused.reasons()).extracting(Check::code).contains(Check.Code.DEAD_LINK);
        });
        assertThat(write(order(
                        "Look at " + GONE,
                        null,
                        Set.of(Check.Code.DEAD_LINK, Check.Code.NEAR_DUPLICATE, Check.Code.SAME_TEXT))))
                .isNotNull();
    }

    @Test
    void aShortLinkIsFollowedToWhereItLeadsAndOneThatIsOffIsDead() {
        PostOrder wish = order("See " + GONE, null, null);
        PostId post = marc.ask(composer -> composer.write(shortening(wish), null));
        String text = text("select text from post where id = " + post);
        assertThat(text).startsWith("See https://gazouillis.example.com/l/");
        PostOrder shortened = order(text, null, null);
        List<String> leads = marc.ask(composer -> composer.leads(shortened));
        assertThat(leads).singleElement().asString().startsWith(GONE);
        world.web().put(leads.getFirst(), LinkAnswer.dead("410"));
        follow(shortened);
        assertThat(dead(shortened))
                .singleElement()
                .satisfies(check -> assertThat(check.numbers()).contains("410"));
        world.worker().useHandle(handle -> handle.execute("update short_link set disabled_at = now()"));
        assertThat(dead(shortened))
                .singleElement()
                .satisfies(check -> assertThat(check.numbers()).contains("off"));
    }

    @Test
    void linksAreFollowedOnceMoreInTheLastHourAndADeadOneIsToldOnce() {
        PostId soon = plan("Soon " + GONE, Duration.ofMinutes(30));
        plan("Soon and fine " + FINE, Duration.ofMinutes(40));
        plan("Later " + GONE, Duration.ofHours(3));
        LinkWatch watch = new LinkWatch(world.worker(), world.links());
        watch.run();
        watch.run();
        assertThat(facts()).containsExactly(soon.toString());
        assertThat(text("select string_agg(array_to_string(dead, ','), '|' order by post_id) from link_check"))
                .isEqualTo(GONE + "|");
        marc.tell(composer -> composer.change(soon, PostChange.reword("Reworded " + GONE)));
        watch.run();
        assertThat(facts()).as("other words are looked at again").hasSize(2);
        assertThat(text("select state from post where id = " + soon)).isEqualTo("SCHEDULED");
    }

    @Test
    void noTransactionIsOpenWhileLinksAreFollowed() {
        List<Integer> open = new CopyOnWriteArrayList<>();
        FollowedLinks asking = new FollowedLinks(
                link -> {
                    open.add(number("select count(*) from pg_stat_activity where datname = current_database()"
                            + " and state like 'idle in transaction%'"));
                    return LinkAnswer.THERE;
                },
                World.OWN);
        plan("Soon " + FINE, Duration.ofMinutes(30));
        new LinkWatch(world.worker(), asking).run();
        assertThat(open).containsExactly(0);
    }

    @Test
    void anAccessThatWillHaveEndedIsToldAndOneThatWillNotIsNot() {
        Instant end =
                Instant.parse(text("select to_char(now() + interval '10 days', 'YYYY-MM-DD\"T\"HH24:00:00\"Z\"')"));
        world.worker().useHandle(handle -> {
            handle.execute("insert into social_account (workspace_id, id, brand_id, network, handle, created_at)"
                    + " values (101, 450, 201, 'mastodon', 'nord@m.example', now())");
            handle.execute(
                    "insert into account_access (workspace_id, account_id, brand_id, endpoint, remote_id, sealed, key_id,"
                            + " expires_at, changed_at) values (101, 450, 201, 'https://m.example/', '1', 'x', 'k', ?, now())",
                    end);
        });
        assertThat(ending(end.plusSeconds(60))).singleElement().satisfies(check -> {
            assertThat(check.isWarning()).isTrue();
            assertThat(check.numbers().getFirst()).isEqualTo("nord@m.example");
            assertThat(check.code().field()).isEqualTo(Check.Field.ACCOUNTS);
        });
        assertThat(ending(end.minusSeconds(60))).isEmpty();
    }

    private List<Check> ending(Instant at) {
        PostOrder order = new PostOrder(
                World.NORD,
                "Bonjour",
                null,
                List.of(new org.gazouillis.kernel.AccountId(450)),
                null,
                Plan.at(DueTime.exactly(at, PARIS)));
        return marc.ask(composer -> composer.checks(order, null)).stream()
                .filter(check -> check.code() == Check.Code.ACCESS_ENDS)
                .toList();
    }

    private static PostOrder order(String text, @Nullable List<String> parts, @Nullable Set<Check.Code> confirmed) {
        Details details = new Details(confirmed, null, null, parts, Map.of());
        return new PostOrder(
                World.NORD, text, null, List.of(), null, Plan.at(DueTime.exactly(TOMORROW, PARIS)), details);
    }

    private static PostOrder shortening(PostOrder order) {
        return new PostOrder(
                order.brand(),
                order.text(),
                order.lang(),
                order.accounts(),
                order.campaign(),
                order.plan(),
                order.details().shortening());
    }

    private PostId write(PostOrder order) {
        return marc.ask(composer -> composer.write(order, null));
    }

    private PostId plan(String text, Duration ahead) {
        Instant now = world.worker()
                .withHandle(handle ->
                        handle.createQuery("select now()").mapTo(Instant.class).one());
        return marc.nord(text, Plan.at(DueTime.exactly(now.plus(ahead), PARIS)));
    }

    private void follow(PostOrder order) {
        world.links().follow(marc.ask(composer -> composer.leads(order)), Duration.ofSeconds(20));
    }

    private List<Check> dead(PostOrder order) {
        return marc.ask(composer -> composer.checks(order, null)).stream()
                .filter(check -> check.code() == Check.Code.DEAD_LINK)
                .toList();
    }

    private List<String> facts() {
        return world.worker()
                .withHandle(handle -> handle.createQuery(
                                "select subject from outbox where kind = 'PostLinkDead' order by id")
                        .mapTo(String.class)
                        .list());
    }

    private int number(String sql) {
        return world.worker()
                .withHandle(
                        handle -> handle.createQuery(sql).mapTo(Integer.class).one());
    }

    private String text(String sql) {
        return world.worker()
                .withHandle(
                        handle -> handle.createQuery(sql).mapTo(String.class).one());
    }
}
