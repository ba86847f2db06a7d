package org.gazouillis.dashboard;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Function;
import org.gazouillis.audit.AuditTrail;
import org.gazouillis.campaign.CampaignIdea;
import org.gazouillis.campaign.CampaignNotFound;
import org.gazouillis.campaign.CampaignPlanner;
import org.gazouillis.campaign.CampaignTerms;
import org.gazouillis.campaign.Goal;
import org.gazouillis.campaign.GoalMeasure;
import org.gazouillis.campaign.UtmTemplate;
import org.gazouillis.compose.DueTime;
import org.gazouillis.compose.Plan;
import org.gazouillis.compose.PostOrder;
import org.gazouillis.compose.PostState;
import org.gazouillis.engage.Statuses;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.CampaignId;
import org.gazouillis.kernel.StatusId;
import org.gazouillis.rollup.Measure;
import org.gazouillis.security.BrandNotFound;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.tenancy.VisibleBrands;
import org.gazouillis.testrig.Entities;
import org.gazouillis.testrig.Pen;
import org.gazouillis.testrig.World;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CampaignReportsTest {
    private static final LocalDate FIRST = LocalDate.parse("2026-11-20");

    private final World world = World.fresh();
    private final CampaignId campaign = plan(
            World.ANNA,
            planner -> planner.open(
                            new CampaignIdea(World.NORD, "Tambour", FIRST, FIRST.plusDays(9), List.of()),
                            new CampaignTerms(
                                    new Goal(GoalMeasure.IMPRESSIONS, 1_000, FIRST.plusDays(9)),
                                    null,
                                    UtmTemplate.of(""),
                                    List.of(),
                                    "#1F5FBF"))
                    .id());

    @Test
    void paceComesFromTheFiguresOfTheGoalsTime() {
        bucket("2026-11-19", 50);
        bucket("2026-11-20", 100);
        bucket("2026-11-21", 150);
        run("update rollup_mark set as_of = '2026-11-24T23:00:00Z'");
        CampaignReport report = report(World.ANNA);
        Pace pace = report.pace();
        assertThat(pace).isNotNull();
        assertThat(pace.reached()).isEqualTo(250);
        assertThat(pace.elapsed()).isEqualTo(0.5);
        assertThat(pace.ratio()).isEqualTo(0.5);
        assertThat(pace.forecast()).isEqualTo(500);
    }

    @Test
    void postsAreCountedByStateAndListedByTime() {
        for (int day = 1; day <= 5; day++) {
            post(Plan.at(DueTime.exactly(
                    LocalDate.parse("2027-01-10").minusDays(day).atTime(9, 0).toInstant(ZoneOffset.UTC),
                    ZoneId.of("Europe/Paris"))));
        }
        post(Plan.LATER);
        run("update post set state = 'HELD' where due_at = (select min(due_at) from post)");
        assertThat(report(World.ANNA).posts()).isEqualTo(new PostCounts(1, 0, 4, 0, 1, 0));
        CampaignPosts.Page first = posts(null);
        CampaignPosts.Page second = posts(first.next());
        assertThat(first.posts()).hasSize(4);
        assertThat(first.posts().getFirst().state()).isEqualTo(PostState.HELD);
        assertThat(second.posts())
                .extracting(CampaignPost::state)
                .containsExactly(PostState.SCHEDULED, PostState.DRAFT);
        assertThat(second.next()).isNull();
    }

    @Test
    void listsHoldTheBrandsThatAMemberSees() {
        assertThat(list(World.MARC)).containsExactly("Tambour");
        assertThat(list(World.RITA)).isEmpty();
        assertThatThrownBy(() -> report(World.RITA)).isInstanceOf(CampaignNotFound.class);
        plan(World.ANNA, planner -> {
            planner.archive(campaign, true);
            return true;
        });
        assertThat(list(World.ANNA)).isEmpty();
    }

    @Test
    void campaignsOfOneBrandStandSideBySideWithTheIntervalOfTheirRate() {
        CampaignId other = open(World.NORD, "Vielle");
        CampaignId foreign = open(World.LUNE, "Cloche");
        bucket("2026-11-21", 150);
        List<CampaignStanding> standings = standings(World.ANNA, List.of(other, campaign, other));
        assertThat(standings)
                .extracting(standing -> standing.report().sheet().card().name())
                .containsExactly("Vielle", "Tambour");
        assertThat(standings.getFirst().report().pace()).isNull();
        assertThat(standings.getLast().report().of(Measure.IMPRESSIONS).value()).isEqualTo(150L);
        assertThat(standings.getLast().rate()).isEqualTo(Change.without(Change.Ground.TOO_FEW));
        assertThatThrownBy(() -> standings(World.ANNA, List.of(campaign, campaign)))
                .isInstanceOf(CampaignsNotComparable.class)
                .hasMessageContaining("2 to 5");
        assertThatThrownBy(() -> standings(World.ANNA, List.of(campaign, foreign)))
                .isInstanceOf(CampaignsNotComparable.class)
                .hasMessageContaining("another brand");
        assertThatThrownBy(() -> standings(World.MARC, List.of(campaign, foreign)))
                .isInstanceOf(CampaignNotFound.class);
        assertThatThrownBy(() -> standings(World.RITA, List.of(campaign, other)))
                .isInstanceOf(BrandNotFound.class);
    }

    @Test
    void aCampaignOfManyPostsHasTheIntervalOfItsRate() {
        CampaignId other = open(World.NORD, "Vielle");
        for (int post = 0; post < 12; post++) {
            StatusId status = Statuses.publish(world, World.ANNA, World.NORD, World.NORD_PROFILE, campaign.value());
            run(
                    "insert into day_bucket (workspace_id, brand_id, dimension, subject_id, day, views, likes) values (101, 201,"
                            + " 'STATUS', " + status + ", '2026-11-21', 100, " + (5 + post % 3) + ")");
        }
        bucket("2026-11-21", 1_200);
        run("update day_bucket set likes = 72 where dimension = 'CAMPAIGN'");
        CampaignStanding standing =
                standings(World.ANNA, List.of(campaign, other)).getFirst();
        assertThat(standing.counted()).isEqualTo(12);
        assertThat(standing.rate().low()).isBetween(0.05, 0.06);
        assertThat(standing.rate().high()).isBetween(0.06, 0.07);
    }

    private CampaignId open(BrandId brand, String name) {
        return plan(
                World.ANNA,
                planner -> planner.open(
                                new CampaignIdea(brand, name, FIRST, FIRST.plusDays(9), List.of()), CampaignTerms.NONE)
                        .id());
    }

    private List<CampaignStanding> standings(MemberScope member, List<CampaignId> campaigns) {
        return reports(
                member,
                reports -> new CampaignStandings(
                                reports, world.app(), new Permissions(Entities.current(member)), new SettledDays())
                        .read(World.NORD, campaigns));
    }

    private void bucket(String day, int views) {
        run("insert into day_bucket (workspace_id, brand_id, dimension, subject_id, day, views) values (101, 201,"
                + " 'CAMPAIGN', " + campaign + ", '" + day + "', " + views + ")");
    }

    private void post(Plan plan) {
        new Pen(world, World.ANNA)
                .ask(composer -> composer.write(
                        new PostOrder(World.NORD, "Post " + world.ids().next(), null, List.of(), campaign, plan),
                        null));
    }

    private CampaignPosts.Page posts(@Nullable String cursor) {
        return plan(
                World.ANNA,
                planner -> new CampaignPosts(planner, world.app(), new Permissions(Entities.current(World.ANNA)))
                        .read(campaign, EnumSet.allOf(PostState.class), cursor, 4));
    }

    private CampaignReport report(MemberScope member) {
        return reports(member, reports -> reports.one(campaign));
    }

    private List<String> list(MemberScope member) {
        return reports(
                member,
                reports -> reports.list(null, false, 0, 10).stream()
                        .map(report -> report.sheet().card().name())
                        .toList());
    }

    private <T> T reports(MemberScope member, Function<CampaignReports, T> work) {
        Permissions permissions = new Permissions(Entities.current(member));
        return plan(
                member,
                planner -> work.apply(new CampaignReports(
                        planner,
                        new Performances(world.app(), permissions, new SettledDays()),
                        new VisibleBrands(world.app(), Entities.current(member)),
                        world.app(),
                        permissions)));
    }

    private <T> T plan(MemberScope member, Function<CampaignPlanner, T> work) {
        return Entities.as(
                world,
                member,
                entities -> work.apply(new CampaignPlanner(
                        entities,
                        world.app(),
                        new Permissions(Entities.current(member)),
                        new AuditTrail(world.ids(), world.clock()),
                        world.ids(),
                        world.clock())));
    }

    private void run(String sql) {
        world.worker().useHandle(handle -> handle.execute(sql));
    }
}
