package org.gazouillis.publish;

import java.time.Duration;
import java.util.List;
import org.gazouillis.audit.AuditTrail;
import org.gazouillis.campaign.CampaignNotFound;
import org.gazouillis.compose.LatePolicy;
import org.gazouillis.compose.Plan;
import org.gazouillis.compose.PostChange;
import org.gazouillis.compose.PostOrder;
import org.gazouillis.kernel.CampaignId;
import org.gazouillis.kernel.PostId;
import org.gazouillis.security.PermissionDenied;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.testrig.Entities;
import org.gazouillis.testrig.Pen;
import org.gazouillis.testrig.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PublishingRulesTest {
    private static final CampaignId SPRING = new CampaignId(901);

    private World world;
    private Pen marc;
    private Publisher publisher;

    @BeforeEach
    void build() {
        world = World.fresh();
        marc = new Pen(world, World.MARC);
        publisher = new Publisher(world.worker(), world.ids());
        world.worker()
                .useHandle(handle -> handle.execute(
                        "insert into campaign (workspace_id, id, brand_id, name, slug, starts_on, ends_on, created_at)"
                                + " values (101, 901, 201, 'Spring', 'spring', '2026-01-01', '2027-01-01', now())"));
    }

    @Test
    void aNewPostTakesTheLatenessOfItsCampaignElseOfItsBrand() {
        world.as(World.ANNA, () -> rules(World.ANNA).keep(World.NORD, new BrandRules(10, LatePolicy.DROP, 30), false));
        keep(SPRING, new LateRule(LatePolicy.SEND_LATE, 5), false);
        marc.nord("Plain", Plan.LATER);
        PostId campaign = write(SPRING);
        assertThat(lateness()).containsExactly("DROP 00:30:00", "SEND_LATE 00:05:00");
        marc.tell(composer -> composer.change(campaign, new PostChange(null, null, null, true, null, null)));
        assertThat(lateness()).as("out of its campaign").containsExactly("DROP 00:30:00", "DROP 00:30:00");
        LateRule holds = world.as(World.MARC, () -> rules(World.MARC).ofPost(World.NORD, campaign));
        assertThat(holds).isEqualTo(new LateRule(LatePolicy.DROP, 30));
    }

    @Test
    void whatIsPlannedTakesANewRuleOnlyWhenAskedTo() {
        write(SPRING);
        marc.nord("Plain", Plan.LATER);
        assertThat(keep(SPRING, new LateRule(LatePolicy.DROP, 10), false)).isZero();
        assertThat(lateness()).containsOnly("HOLD 01:00:00");
        assertThat(keep(SPRING, new LateRule(LatePolicy.DROP, 10), true)).isEqualTo(1);
        assertThat(lateness()).containsExactly("DROP 00:10:00", "HOLD 01:00:00");
        int taken = world.as(
                World.ANNA, () -> rules(World.ANNA).keep(World.NORD, new BrandRules(0, LatePolicy.SEND_LATE, 2), true));
        assertThat(taken).as("the campaign keeps its own").isEqualTo(1);
        assertThat(lateness()).containsExactly("DROP 00:10:00", "SEND_LATE 00:02:00");
        assertThat(keep(SPRING, null, true)).isEqualTo(1);
        assertThat(lateness()).containsOnly("SEND_LATE 00:02:00");
    }

    @Test
    void afterADowntimeEachPostBecomesWhatItsRuleSays() {
        keep(SPRING, new LateRule(LatePolicy.DROP, 10), false);
        write(SPRING);
        marc.nord("Plain", Plan.NOW);
        world.worker()
                .useHandle(
                        handle -> handle.execute(
                                "update post set state = 'SCHEDULED', due_at = now() - interval '90 minutes', local_at = now()"));
        publisher.publishDue();
        assertThat(strings("select state || ' ' || failure from post order by id"))
                .containsExactly("MISSED late", "HELD late");
    }

    @Test
    void aPostForNowWithARespiteWaitsAndCanBeTakenBackAsADraft() {
        PostId post = marc.nord("Oops", Plan.now(Duration.ofSeconds(60)));
        assertThat(publisher.publishDue()).isZero();
        marc.tell(composer -> composer.change(post, PostChange.replan(Plan.LATER)));
        assertThat(strings("select state || ' ' || text from post")).containsExactly("DRAFT Oops");
    }

    @Test
    void onlyThoseWhoMaySetRules() {
        assertThatThrownBy(() -> world.as(
                        World.MARC,
                        () -> rules(World.MARC).keep(World.NORD, new BrandRules(0, LatePolicy.HOLD, 60), false)))
                .isInstanceOf(PermissionDenied.class);
        assertThatThrownBy(() -> keep(new CampaignId(4), new LateRule(LatePolicy.HOLD, 60), false))
                .isInstanceOf(CampaignNotFound.class);
        assertThatThrownBy(() -> new BrandRules(121, LatePolicy.HOLD, 60)).isInstanceOf(RuleNotPlausible.class);
        assertThatThrownBy(() -> new LateRule(LatePolicy.HOLD, 0)).isInstanceOf(RuleNotPlausible.class);
        assertThat(world.<BrandRules>as(World.MARC, () -> rules(World.MARC).of(World.NORD)))
                .isEqualTo(new BrandRules(10, LatePolicy.HOLD, 60));
    }

    private int keep(CampaignId campaign, @org.jspecify.annotations.Nullable LateRule rule, boolean planned) {
        return world.as(World.ANNA, () -> rules(World.ANNA).keep(World.NORD, campaign, rule, planned));
    }

    private PublishingRules rules(MemberScope member) {
        return new PublishingRules(
                world.app(), new Permissions(Entities.current(member)), new AuditTrail(world.ids(), world.clock()));
    }

    private PostId write(CampaignId campaign) {
        return marc.ask(composer ->
                composer.write(new PostOrder(World.NORD, "Campaign", null, List.of(), campaign, Plan.LATER), null));
    }

    private List<String> lateness() {
        return strings("select late_policy || ' ' || max_lateness from post order by id");
    }

    private List<String> strings(String sql) {
        return world.worker()
                .withHandle(
                        handle -> handle.createQuery(sql).mapTo(String.class).list());
    }
}
