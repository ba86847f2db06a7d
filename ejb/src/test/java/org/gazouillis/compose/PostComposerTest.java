package org.gazouillis.compose;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.gazouillis.campaign.CampaignNotFound;
import org.gazouillis.kernel.AccountId;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.CampaignId;
import org.gazouillis.kernel.PostId;
import org.gazouillis.security.BrandNotFound;
import org.gazouillis.testrig.Pen;
import org.gazouillis.testrig.World;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PostComposerTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private World world;
    private Pen marc;

    @BeforeEach
    void build() {
        world = World.fresh();
        marc = new Pen(world, World.MARC);
    }

    @Test
    void aDraftKeepsTheTextAsItWillBeReadAndWhatIsInIt() {
        marc.nord("  Cafe\u0301 au lait #Café @Anna https://x.example/1  ", Plan.LATER);
        assertThat(row("select text, lang, state, hashtags::text as tags, mentions::text as who, due_at,"
                        + " account_ids::text as accounts from post"))
                .containsEntry("text", "Café au lait #Café @Anna https://x.example/1")
                .containsEntry("lang", "en")
                .containsEntry("state", "DRAFT")
                .containsEntry("tags", "{café}")
                .containsEntry("who", "{anna}")
                .containsEntry("accounts", "{401}")
                .containsEntry("due_at", null);
    }

    @Test
    void aTextThatIsTooLongIsRefusedAndToldByHowMuch() {
        assertThatThrownBy(() -> marc.nord("a".repeat(143), Plan.LATER))
                .isInstanceOf(PostRefused.class)
                .hasMessageContaining("counts 143")
                .hasMessageContaining("3 more than the 140");
        assertThatThrownBy(() -> marc.nord(" \n ", Plan.LATER)).hasMessageContaining("no text");
        assertThatThrownBy(() -> marc.nord("a\u0000b", Plan.LATER)).hasMessageContaining("control character");
        assertThat(marc.nord("a".repeat(116) + " https://example.com/" + "b".repeat(300), Plan.LATER))
                .isNotNull();
    }

    @Test
    void aTimeThatHasPassedIsRefusedUnlessItWasJustNow() {
        assertThatThrownBy(() -> marc.nord("Too late", at(Duration.ofMinutes(-2))))
                .isInstanceOf(PostRefused.class)
                .hasMessageContaining("has passed");
        assertThat(marc.nord("Just now", at(Duration.ofSeconds(-20)))).isNotNull();
    }

    @Test
    void onlyTheBrandsOwnConnectedAccountsCanBeChosen() {
        assertThatThrownBy(() -> write(World.NORD, World.LUNE_ACCOUNT, null)).isInstanceOf(AccountNotFound.class);
        assertThatThrownBy(() -> write(World.RIVAL, World.RIVAL_ACCOUNT, null)).isInstanceOf(BrandNotFound.class);
        world.worker()
                .useHandle(handle -> handle.execute("insert into social_account (workspace_id, id, brand_id, network,"
                        + " handle, created_at) values (101, 499, 201, 'mastodon', 'nord@social.example', now())"));
        assertThat(write(World.NORD, new AccountId(499), null)).isNotNull();
        world.worker()
                .useHandle(handle -> handle.execute("update social_account set state = 'DISCONNECTED' where id = 499"));
        assertThatThrownBy(() -> write(World.NORD, new AccountId(499), null))
                .isInstanceOf(NetworkNotServed.class)
                .hasMessageContaining("mastodon");
        assertThatThrownBy(() -> write(World.NORD, World.NORD_ACCOUNT, new CampaignId(7)))
                .isInstanceOf(CampaignNotFound.class);
    }

    @Test
    void theSameKeyWithTheSameOrderGivesTheSamePostAndWithAnotherIsRefused() {
        PostOrder order = Pen.order("Once", Plan.LATER);
        PostId first = marc.ask(composer -> composer.write(order, "key-1"));
        PostId again = marc.ask(composer -> composer.write(Pen.order("Once", Plan.LATER), "key-1"));
        assertThat(again).isEqualTo(first);
        assertThatThrownBy(() -> marc.ask(composer -> composer.write(Pen.order("Twice", Plan.LATER), "key-1")))
                .isInstanceOf(IdempotencyKeyReused.class);
        PostId annas = new Pen(world, World.ANNA).ask(composer -> composer.write(order, "key-1"));
        assertThat(annas).as("made by another member's key").isNotEqualTo(first);
    }

    /// The case `double-submit`.
    @Test
    void twinsAtTheSameMomentMakeOnePost() throws Exception {
        Callable<PostId> twin = () -> marc.ask(composer -> composer.write(Pen.order("Twin", Plan.NOW), "twin"));
        Set<PostId> made = new HashSet<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<PostId> each : threads.invokeAll(Collections.nCopies(20, twin))) {
                made.add(each.get());
            }
        }
        assertThat(made).hasSize(1);
        assertThat(row("select count(*) as posts from post")).containsEntry("posts", 1L);
    }

    @Test
    void aChangeOfWordsIsARevisionAndAChangeOfTimeIsNot() {
        PostId post = marc.nord("One", at(Duration.ofHours(1)));
        marc.tell(composer -> composer.change(post, PostChange.reword("Two")));
        marc.tell(composer -> composer.change(post, PostChange.replan(at(Duration.ofHours(2)))));
        assertThat(row("select text, revision, version, state from post"))
                .containsEntry("text", "Two")
                .containsEntry("revision", 2)
                .containsEntry("state", "SCHEDULED");
        PostChange stale = new PostChange("Three", null, null, false, null, 1);
        assertThatThrownBy(() -> marc.tell(composer -> composer.change(post, stale)))
                .isInstanceOf(PostNotEditable.class)
                .hasMessageContaining("revision 1");
    }

    @Test
    void whoSawAnOlderVersionMovesNothing() {
        PostId post = marc.nord("One", at(Duration.ofHours(1)));
        PostChange seen = new PostChange(null, null, null, false, at(Duration.ofHours(2)), null, 0, Details.NONE);
        marc.tell(composer -> composer.change(post, seen));
        assertThatThrownBy(() -> marc.tell(composer -> composer.change(post, seen)))
                .isInstanceOf(PostNotEditable.class)
                .hasMessageContaining("meanwhile");
    }

    @Test
    void aCancelledPostCanBePlannedAgain() {
        PostId post = marc.nord("Undo me", at(Duration.ofHours(1)));
        marc.tell(composer -> composer.cancel(post));
        assertThatThrownBy(() -> marc.tell(composer -> composer.cancel(post))).isInstanceOf(PostNotEditable.class);
        marc.tell(composer -> composer.change(post, PostChange.replan(at(Duration.ofHours(1)))));
        assertThat(row("select state from post")).containsEntry("state", "SCHEDULED");
    }

    @Test
    void anothersPostIsNotFoundEvenByItsId() {
        PostId lune = new Pen(world, World.ANNA)
                .ask(composer ->
                        composer.write(new PostOrder(World.LUNE, "Lune", null, List.of(), null, Plan.LATER), null));
        assertThatThrownBy(() -> marc.tell(composer -> composer.cancel(lune))).isInstanceOf(PostNotFound.class);
        Pen rita = new Pen(world, World.RITA);
        assertThatThrownBy(() -> rita.tell(composer -> composer.cancel(lune))).isInstanceOf(PostNotFound.class);
    }

    @Test
    void theSameTextWithinADayIsWorthAWarning() {
        PostId first = marc.nord("Bonjour", at(Duration.ofHours(5)));
        assertThat(codes(at(Duration.ofHours(20)), null)).contains(Check.Code.SAME_TEXT);
        assertThat(codes(at(Duration.ofHours(30)), null)).doesNotContain(Check.Code.SAME_TEXT);
        assertThat(codes(at(Duration.ofHours(20)), first)).isEmpty();
    }

    @Test
    void everyStateSaysWhatMayFollow() {
        assertThat(PostState.SCHEDULED.canBecome(PostState.CANCELLED)).isTrue();
        assertThat(PostState.CLAIMED.canBecome(PostState.CANCELLED)).isFalse();
        for (PostState next : PostState.values()) {
            assertThat(PostState.PUBLISHED.canBecome(next)).as("%s", next).isFalse();
        }
    }

    private List<Check.Code> codes(Plan plan, @Nullable PostId editing) {
        return marc.ask(composer -> composer.checks(Pen.order("Bonjour", plan), editing)).stream()
                .map(Check::code)
                .toList();
    }

    private PostId write(BrandId brand, AccountId account, @Nullable CampaignId campaign) {
        PostOrder order = new PostOrder(brand, "Hello", null, List.of(account), campaign, Plan.LATER);
        return marc.ask(composer -> composer.write(order, null));
    }

    private Plan at(Duration ahead) {
        Instant now = world.worker()
                .withHandle(handle ->
                        handle.createQuery("select now()").mapTo(Instant.class).one());
        return Plan.at(DueTime.exactly(now.plus(ahead), PARIS));
    }

    private Map<String, Object> row(String sql) {
        return world.worker()
                .withHandle(handle -> handle.createQuery(sql).mapToMap().one());
    }
}
