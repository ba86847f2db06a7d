package org.gazouillis.schedule;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import org.gazouillis.audit.AuditTrail;
import org.gazouillis.campaign.CampaignIdea;
import org.gazouillis.campaign.CampaignPlanner;
import org.gazouillis.campaign.CampaignTerms;
import org.gazouillis.compose.CopiedLinks;
import org.gazouillis.compose.GapRule;
import org.gazouillis.compose.Plan;
import org.gazouillis.compose.PostOrder;
import org.gazouillis.kernel.CampaignId;
import org.gazouillis.kernel.PostId;
import org.gazouillis.link.OwnAddress;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.testrig.Entities;
import org.gazouillis.testrig.Pen;
import org.gazouillis.testrig.World;

/// A campaign of Nord's in a [World], and those who plan, move and copy it.
final class Drum {
    static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    static final OwnAddress OWN = new OwnAddress("https://gz.example.org");
    static final LocalDate FIRST = LocalDate.parse("2027-03-01");

    final World world = World.fresh();
    final CampaignId campaign = open("Drum", CampaignTerms.NONE);

    CampaignId open(String name, CampaignTerms terms) {
        return plan(
                World.ANNA,
                planner -> planner.open(new CampaignIdea(World.NORD, name, FIRST, FIRST.plusDays(30), List.of()), terms)
                        .id());
    }

    /// A post of the campaign at this time in Paris.
    PostId post(String local) {
        return post(local, GapRule.EARLIER_OFFSET);
    }

    PostId post(String local, GapRule rule) {
        Plan plan =
                Plan.at(PublishTime.of(LocalDateTime.parse(local), PARIS, rule).due());
        return write("Drum at " + local + " " + rule, plan);
    }

    PostId write(String text, Plan plan) {
        return new Pen(world, World.ANNA)
                .ask(composer ->
                        composer.write(new PostOrder(World.NORD, text, null, List.of(), campaign, plan), null));
    }

    <T> T plan(MemberScope member, Function<CampaignPlanner, T> work) {
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

    <T> T shift(MemberScope member, Function<CampaignShifts, T> work) {
        return plan(
                member,
                planner -> work.apply(new CampaignShifts(
                        planner,
                        world.app(),
                        new Permissions(Entities.current(member)),
                        new AuditTrail(world.ids(), world.clock()),
                        world.ids())));
    }

    CampaignCopy copy(CopyOrder order) {
        return plan(
                World.ANNA,
                planner -> new CampaignCopies(
                                planner,
                                new CopiedLinks(OWN, world.ids()),
                                world.app(),
                                new Permissions(Entities.current(World.ANNA)),
                                new AuditTrail(world.ids(), world.clock()),
                                world.ids())
                        .copy(campaign, order));
    }

    List<String> strings(String sql) {
        return world.worker()
                .withHandle(
                        handle -> handle.createQuery(sql).mapTo(String.class).list());
    }

    void run(String sql) {
        world.worker().useHandle(handle -> handle.execute(sql));
    }
}
