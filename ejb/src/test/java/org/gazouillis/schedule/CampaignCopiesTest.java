package org.gazouillis.schedule;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.gazouillis.campaign.Budget;
import org.gazouillis.campaign.CampaignIdea;
import org.gazouillis.campaign.CampaignNameTaken;
import org.gazouillis.campaign.CampaignSheet;
import org.gazouillis.campaign.CampaignTerms;
import org.gazouillis.campaign.Goal;
import org.gazouillis.campaign.GoalMeasure;
import org.gazouillis.campaign.UtmTemplate;
import org.gazouillis.compose.Plan;
import org.gazouillis.kernel.PostId;
import org.gazouillis.testrig.World;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CampaignCopiesTest {
    private final Drum drum = new Drum();

    @Test
    void aCopyHasEverythingButLater() {
        CampaignTerms terms = new CampaignTerms(
                new Goal(GoalMeasure.REACH, 500, Drum.FIRST.plusDays(20)),
                new Budget(new BigDecimal("1200.5"), "eur"),
                UtmTemplate.of("utm_source=x"),
                List.of(World.NORD_ACCOUNT),
                "#1f5fbf");
        CampaignSheet drumSheet = drum.plan(
                World.ANNA,
                planner -> planner.change(
                        drum.campaign,
                        new CampaignIdea(World.NORD, "Drum", Drum.FIRST, Drum.FIRST.plusDays(30), List.of("tambour")),
                        terms,
                        null));
        CampaignCopy copy = drum.copy(new CopyOrder("Drum, once more", Drum.FIRST.plusDays(31), false));
        CampaignSheet sheet =
                drum.plan(World.ANNA, planner -> planner.one(copy.card().id()));
        assertThat(sheet.card().startsOn()).isEqualTo("2027-04-01");
        assertThat(sheet.card().endsOn()).isEqualTo("2027-05-01");
        assertThat(sheet.card().hashtags()).isEqualTo(drumSheet.card().hashtags());
        assertThat(sheet.terms())
                .isEqualTo(new CampaignTerms(
                        new Goal(GoalMeasure.REACH, 500, LocalDate.parse("2027-04-21")),
                        terms.budget(),
                        terms.utm(),
                        terms.accounts(),
                        terms.colour()));
    }

    @Test
    void postsKeepTheirHourAndAreDraftsOrPlannedAsWished() {
        drum.post("2027-03-20T09:30");
        PostId out = drum.post("2027-03-21T18:00");
        PostId gone = drum.post("2027-03-22T18:00");
        drum.write("Some day", Plan.LATER);
        drum.run("update post set state = 'PUBLISHED', published_at = now() where id = " + out);
        drum.run("update post set state = 'CANCELLED' where id = " + gone);

        CampaignCopy drafts = drum.copy(new CopyOrder("Drafts", Drum.FIRST.plusDays(14), false));
        assertThat(drafts.posts()).isEqualTo(3);
        assertThat(posts(drafts))
                .containsExactly(
                        "DRAFT 2027-04-03T09:30:00 07:30 Drum at 2027-03-20T09:30 EARLIER_OFFSET",
                        "DRAFT 2027-04-04T18:00:00 16:00 Drum at 2027-03-21T18:00 EARLIER_OFFSET",
                        "DRAFT - - Some day");
        CampaignCopy planned = drum.copy(new CopyOrder("Planned", Drum.FIRST.plusDays(365), true));
        assertThat(posts(planned))
                .extracting(each -> each.substring(0, 10))
                .containsExactly("SCHEDULED ", "SCHEDULED ", "DRAFT - - ");
        assertThat(drum.strings(
                        "select distinct revision || ' ' || version || coalesce(failure, '') || (published_at is not null)"
                                + " from post where campaign_id <> " + drum.campaign))
                .containsExactly("1 0false");
    }

    @Test
    void nothingIsCopiedIntoThePastOrUnderATakenName() {
        drum.post("2027-03-20T09:30");
        assertThatThrownBy(() -> drum.copy(new CopyOrder("Past", Drum.FIRST.minusDays(365), true)))
                .isInstanceOf(ShiftIntoThePast.class);
        assertThatThrownBy(() -> drum.copy(new CopyOrder("drum!", Drum.FIRST.plusDays(1), false)))
                .isInstanceOf(CampaignNameTaken.class);
        assertThat(drum.strings("select name from campaign")).containsExactly("Drum");
        assertThat(drum.copy(new CopyOrder("Past", Drum.FIRST.minusDays(365), false))
                        .posts())
                .isEqualTo(1);
    }

    private List<String> posts(CampaignCopy copy) {
        return drum.strings(
                "select state || ' ' || coalesce(to_char(local_at, 'YYYY-MM-DD\"T\"HH24:MI:SS'), '-') || ' '"
                        + " || coalesce(to_char(due_at at time zone 'UTC', 'HH24:MI'), '-') || ' ' || text from post"
                        + " where campaign_id = " + copy.card().id() + " order by id");
    }
}
