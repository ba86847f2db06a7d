package org.gazouillis.campaign;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.gazouillis.audit.AuditTrail;
import org.gazouillis.security.PermissionDenied;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.testrig.Entities;
import org.gazouillis.testrig.World;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CampaignPlannerTest {
    private static final LocalDate MONDAY = LocalDate.parse("2026-11-23");

    private final World world = World.fresh();

    @Test
    void aCampaignIsOpenedOnceUnderItsName() {
        CampaignIdea idea = idea("Été à Paris", MONDAY, List.of("#Été", "été", "  "));
        CampaignCard card = as(World.ANNA, planner -> planner.open(idea));
        assertThat(card.slug()).isEqualTo("ete-a-paris");
        assertThat(card.hashtags()).containsExactly("été");
        List<CampaignCard> listed = as(World.ANNA, planner -> planner.of(World.NORD));
        assertThat(listed).containsExactly(card);
        assertThatThrownBy(() -> as(World.ANNA, planner -> planner.open(idea("ete a paris!", MONDAY, List.of()))))
                .isInstanceOf(CampaignNameTaken.class);
    }

    @Test
    void onlyWhoPlansCampaignsMayOpenOne() {
        assertThatThrownBy(() -> as(World.MARC, planner -> planner.open(idea("Mine", MONDAY, List.of()))))
                .isInstanceOf(PermissionDenied.class);
        List<CampaignCard> listed = as(World.MARC, planner -> planner.of(World.NORD));
        assertThat(listed).isEmpty();
    }

    @Test
    void aCampaignCannotEndBeforeItStarts() {
        assertThatThrownBy(() -> idea("Backwards", MONDAY.minusDays(1), List.of()))
                .isInstanceOf(CampaignNotPlausible.class)
                .hasMessageContaining("2026-11-22");
    }

    private static CampaignIdea idea(String name, LocalDate end, List<String> hashtags) {
        return new CampaignIdea(World.NORD, name, MONDAY, end, hashtags);
    }

    private <T> T as(MemberScope member, Function<CampaignPlanner, T> work) {
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
}
