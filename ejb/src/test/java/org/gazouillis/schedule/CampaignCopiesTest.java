package org.gazouillis.schedule;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HexFormat;
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
import org.gazouillis.compose.Wording;
import org.gazouillis.kernel.PostId;
import org.gazouillis.testrig.World;
import org.jspecify.annotations.Nullable;
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

    @Test
    void shortLinksAreMadeAnewSoThatClicksCountForTheCopy() {
        drum.plan(
                World.ANNA,
                planner -> planner.change(
                        drum.campaign,
                        new CampaignIdea(World.NORD, "Drum", Drum.FIRST, Drum.FIRST.plusDays(30), List.of()),
                        new CampaignTerms(
                                null, null, UtmTemplate.of("utm_campaign={campaign}"), List.of(), CampaignTerms.COLOUR),
                        null));
        drum.run(link(1, "drum-1", drum.campaign.value(), "https://a.example/?utm_campaign=drum"));
        drum.run(link(2, "drum-2", null, "https://b.example/"));
        drum.run(link(3, "gone", null, "https://c.example/"));
        drum.run("update short_link set deleted_at = now() where id = 3");
        drum.write("Both https://gz.example.org/l/drum-1 and https://GZ.example.org/l/Drum-2", Plan.LATER);
        drum.write(
                "Again https://gz.example.org/l/drum-1, https://gz.example.org/l/gone https://else.example.org/l/drum-1",
                Plan.LATER);
        drum.run("""
                update post set parts = '[{"text": "https://gz.example.org/l/drum-2", "hashtags": [], "mentions": [],
                  "urls": ["https://gz.example.org/l/drum-2"]}]' where text like 'Again%'
                """);

        CampaignCopy copy = drum.copy(new CopyOrder("Once more", Drum.FIRST.plusDays(31), false));
        String one = code("a.example", copy);
        String two = drum.strings("select code from short_link where target = 'https://b.example/' and id > 2")
                .getFirst();
        assertThat(drum.strings("select target from short_link where code = '" + one + "'"))
                .containsExactly("https://a.example/?utm_campaign=once-more");
        assertThat(posts(copy))
                .extracting(each -> each.substring("DRAFT - - ".length()))
                .containsExactlyInAnyOrder(
                        "Both https://gz.example.org/l/" + one + " and https://gz.example.org/l/" + two,
                        "Again https://gz.example.org/l/" + one
                                + ", https://gz.example.org/l/gone https://else.example.org/l/drum-1");
        assertThat(drum.strings("select distinct url from post, unnest(urls) as url where campaign_id = "
                        + copy.card().id()))
                .containsExactlyInAnyOrder(
                        "https://gz.example.org/l/" + one,
                        "https://gz.example.org/l/" + two,
                        "https://gz.example.org/l/gone",
                        "https://else.example.org/l/drum-1");
        assertThat(drum.strings("select parts #>> '{0,text}' from post where parts is not null and campaign_id = "
                        + copy.card().id()))
                .containsExactly("https://gz.example.org/l/" + two);
        assertThat(drum.strings("select detail ->> 'links' from audit_entry where action = 'campaign.copied'"))
                .containsExactly("2");
    }

    /// What was copied says something else, and so bears another name than its original.
    @Test
    void aCopyWithLinksOfItsOwnIsNamedByWhatItSays() {
        drum.run(link(1, "drum-1", null, "https://a.example/"));
        drum.write("Look https://gz.example.org/l/drum-1", Plan.LATER);
        drum.write("No link", Plan.LATER);
        CampaignCopy copy = drum.copy(new CopyOrder("Once more", Drum.FIRST.plusDays(31), false));
        String text = drum.strings("select text from post where text like 'Look%' and campaign_id = "
                        + copy.card().id())
                .getFirst();
        assertThat(drum.strings("select encode(content_hash, 'hex') from post where campaign_id = "
                        + copy.card().id() + " order by text"))
                .isEqualTo(List.of(hash(text), hash("No link")));
    }

    private static String hash(String text) {
        return HexFormat.of().formatHex(Wording.of(text, "fr").hashOn(List.of(World.NORD_ACCOUNT)));
    }

    private String code(String host, CampaignCopy copy) {
        return drum.strings("select code from short_link where target like 'https://" + host + "%' and campaign_id = "
                        + copy.card().id())
                .getFirst();
    }

    private String link(long id, String code, @Nullable Long campaign, String target) {
        return "insert into short_link (workspace_id, id, brand_id, campaign_id, code, typed, target, created_by, created_at)"
                + " select workspace_id, " + id + ", id, " + campaign + ", '" + code + "', '"
                + target.replaceFirst("\\?.*", "") + "', '" + target + "', "
                + World.ANNA.member().value() + ", now() from brand where id = " + World.NORD.value();
    }

    private List<String> posts(CampaignCopy copy) {
        return drum.strings(
                "select state || ' ' || coalesce(to_char(local_at, 'YYYY-MM-DD\"T\"HH24:MI:SS'), '-') || ' '"
                        + " || coalesce(to_char(due_at at time zone 'UTC', 'HH24:MI'), '-') || ' ' || text from post"
                        + " where campaign_id = " + copy.card().id() + " order by id");
    }
}
