package org.gazouillis.compose;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gazouillis.kernel.AccountId;
import org.gazouillis.kernel.PostId;
import org.gazouillis.testrig.Pen;
import org.gazouillis.testrig.World;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// Each text is held to the rules of the networks that say it, and to no other's.
class TextLimitsOfAccountsTest {
    private static final AccountId MASTODON = new AccountId(450);
    private static final AccountId WEBHOOK = new AccountId(451);
    private static final String FAMILY = "👩‍👩‍👧";

    private World world;
    private Pen marc;

    @BeforeEach
    void build() {
        world = World.fresh();
        marc = new Pen(world, World.MARC);
        connect(MASTODON, "mastodon");
        connect(WEBHOOK, "webhook");
    }

    @Test
    void anAccountsOwnWordsAreHeldToItsNetworksLimit() {
        assertThat(codes("Short", List.of(World.NORD_ACCOUNT, MASTODON), Map.of(MASTODON, FAMILY.repeat(500)), null))
                .isEmpty();
        List<Check> found = checks(
                "Short",
                List.of(World.NORD_ACCOUNT, MASTODON),
                Map.of(World.NORD_ACCOUNT, "x".repeat(141), MASTODON, "x".repeat(502)),
                null);
        assertThat(found)
                .extracting(check -> check.where() + " " + check.numbers())
                .containsExactlyInAnyOrder(
                        "account:401 [1, 141, 140, Gazouillis]", "account:450 [2, 502, 500, Mastodon]");
    }

    @Test
    void theTextIsHeldToTheRulesOfThoseThatSayIt() {
        String long140 = "x".repeat(300);
        assertThat(codes(long140, List.of(MASTODON), Map.of(), null)).isEmpty();
        assertThat(checks(long140, List.of(MASTODON, World.NORD_ACCOUNT), Map.of(), null))
                .singleElement()
                .satisfies(check -> assertThat(check.sentence()).startsWith("For Gazouillis the text counts 300"));
        assertThat(codes(long140, List.of(MASTODON, World.NORD_ACCOUNT), Map.of(World.NORD_ACCOUNT, "Short"), null))
                .isEmpty();
        assertThat(checks("x".repeat(600), List.of(MASTODON, World.NORD_ACCOUNT, WEBHOOK), Map.of(), null))
                .extracting(check -> check.numbers().getLast())
                .containsExactlyInAnyOrder("Gazouillis", "Mastodon");
        assertThat(codes("x".repeat(10_000), List.of(WEBHOOK), Map.of(), null)).isEmpty();
        assertThat(codes("x".repeat(10_001), List.of(WEBHOOK), Map.of(WEBHOOK, "Own"), null))
                .as("what nobody says has an end, too")
                .containsExactly(Check.Code.TOO_LONG);
    }

    @Test
    void partsAreHeldToTheRulesOfAllAccounts() {
        assertThat(codes("One", List.of(MASTODON), Map.of(), "x".repeat(300))).isEmpty();
        assertThat(checks("One", List.of(MASTODON, World.NORD_ACCOUNT), Map.of(), "x".repeat(300)))
                .singleElement()
                .returns("part:2", Check::where);
    }

    @Test
    void savingHoldsToTheSameRulesAndALaterChoiceOfAccountsIsCheckedAgain() {
        PostId post = write("x".repeat(300), List.of(MASTODON));
        PostChange both =
                new PostChange(null, List.of(MASTODON, World.NORD_ACCOUNT), null, false, null, null, Details.NONE);
        assertThatThrownBy(() -> marc.tell(composer -> composer.change(post, both)))
                .isInstanceOf(PostRefused.class)
                .hasMessageContaining("160 more than the 140");
        assertThatThrownBy(() -> write("x".repeat(501), List.of(MASTODON))).hasMessageContaining("For Mastodon");
    }

    private Set<Check.Code> codes(
            String text, List<AccountId> accounts, Map<AccountId, String> variants, @Nullable String part) {
        return Set.copyOf(
                checks(text, accounts, variants, part).stream().map(Check::code).toList());
    }

    private List<Check> checks(
            String text, List<AccountId> accounts, Map<AccountId, String> variants, @Nullable String part) {
        Details details = new Details(null, null, null, part == null ? null : List.of(part), variants);
        PostOrder order = new PostOrder(World.NORD, text, null, accounts, null, Plan.LATER, details);
        return marc.ask(composer -> composer.checks(order, null));
    }

    private PostId write(String text, List<AccountId> accounts) {
        return marc.ask(
                composer -> composer.write(new PostOrder(World.NORD, text, null, accounts, null, Plan.LATER), null));
    }

    private void connect(AccountId account, String network) {
        world.worker()
                .useHandle(handle -> handle.execute(
                        "insert into social_account (workspace_id, id, brand_id, network, handle, created_at)"
                                + " values (101, ?, 201, ?, ?, now())",
                        account.value(),
                        network,
                        "nord_" + network));
    }
}
