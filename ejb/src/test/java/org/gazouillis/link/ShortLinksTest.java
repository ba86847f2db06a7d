package org.gazouillis.link;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.gazouillis.audit.AuditTrail;
import org.gazouillis.campaign.CampaignIdea;
import org.gazouillis.campaign.CampaignNotFound;
import org.gazouillis.campaign.CampaignPlanner;
import org.gazouillis.campaign.CampaignTerms;
import org.gazouillis.compose.Plan;
import org.gazouillis.compose.PostLinks;
import org.gazouillis.engage.ClickHandler;
import org.gazouillis.kernel.CampaignId;
import org.gazouillis.kernel.DataDirectory;
import org.gazouillis.kernel.LinkId;
import org.gazouillis.kernel.PostId;
import org.gazouillis.outbox.OutboxRelay;
import org.gazouillis.publish.Publisher;
import org.gazouillis.rollup.Rollup;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.testrig.Entities;
import org.gazouillis.testrig.Pen;
import org.gazouillis.testrig.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

class ShortLinksTest {
    private static final OwnAddress OWN = new OwnAddress("http://127.0.0.1:8080");
    private static final String BROWSER = "Mozilla/5.0 (iPhone; CPU) Mobile Safari";

    @TempDir
    private Path folder;

    private final World world = World.fresh();

    @Test
    void codesAreGivenOnceWhateverTheirCase() {
        ShortLink sale = as(World.ANNA, links -> links.open(named("Sale")));
        assertThatThrownBy(() -> as(
                        World.RITA,
                        links ->
                                links.open(new LinkOrder(World.RIVAL, "https://b.example/", "sale", null, null, null))))
                .isInstanceOfSatisfying(
                        CodeRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(CodeRefused.Reason.TAKEN));
        as(World.ANNA, links -> links.delete(sale.id()));
        assertThatThrownBy(() -> as(World.ANNA, links -> links.open(named("SALE"))))
                .isInstanceOf(CodeRefused.class);
        assertThatThrownBy(() -> as(World.ANNA, links -> links.one(sale.id()))).isInstanceOf(LinkNotFound.class);
        assertThat(redirector(new ClickLog(new DataDirectory(folder), world.worker(), world.ids(), world.clock()))
                        .find("sALE"))
                .isEqualTo(new Redirector.Answer.Gone());
    }

    @Test
    void membersSeeTheLinksOfTheirBrandsOnly() {
        ShortLink link = as(World.ANNA, links -> links.open(LinkOrder.to(World.LUNE, "https://a.example/")));
        assertThatThrownBy(() -> as(World.MARC, links -> links.one(link.id()))).isInstanceOf(LinkNotFound.class);
        assertThatThrownBy(() -> as(World.RITA, links -> links.change(link.id(), LinkChange.enabled(false))))
                .isInstanceOf(LinkNotFound.class);
        assertThat(as(World.ANNA, links -> links.newest(World.LUNE, null, new LinkId(Long.MAX_VALUE), 10))
                        .items())
                .containsExactly(link);
    }

    @Test
    void changesOfTheTargetStandInTheTrailWithBeforeAndAfter() {
        ShortLink link = as(World.ANNA, links -> links.open(named("sale")));
        as(World.MARC, links -> links.change(link.id(), LinkChange.target("https://b.example/new")));
        assertThat(strings("select detail ->> 'before' || ' ' || (detail ->> 'after') from audit_entry"
                        + " where action = 'link.target-changed' and member_id = 502"))
                .containsExactly("https://a.example/ https://b.example/new");
        assertThatThrownBy(() -> as(World.MARC, links -> links.change(link.id(), LinkChange.target("http://10.0.0.1"))))
                .isInstanceOf(TargetRefused.class);
    }

    @Test
    void aTextIsShortenedWithTheCampaignsParameters() {
        CampaignId campaign = campaign();
        String text = "Two: https://a.example.com/x and https://a.example.com/xy?b=1#c, again https://a.example.com/x "
                + "but not http://127.0.0.1:8080/l/sale";
        ShortenedText shortened = shorten(campaign, text);
        assertThat(shortened.links())
                .extracting(ShortLink::target)
                .containsExactly(
                        "https://a.example.com/x?utm_source=gazouillis&utm_medium=social&utm_campaign=ete",
                        "https://a.example.com/xy?b=1&utm_source=gazouillis&utm_medium=social&utm_campaign=ete#c");
        String first = OWN.link(shortened.links().get(0).code());
        String second = OWN.link(shortened.links().get(1).code());
        assertThat(shortened.text())
                .isEqualTo("Two: " + first + " and " + second + ", again " + first
                        + " but not http://127.0.0.1:8080/l/sale");
        assertThatThrownBy(() -> shorten(new CampaignId(77), text)).isInstanceOf(CampaignNotFound.class);
    }

    @Test
    void clicksAreKeptMarkedAndBecomeEngagementsOfPostAndCampaign() throws IOException {
        CampaignId campaign = campaign();
        ShortenedText text = shorten(campaign, "Now https://a.example.com/x");
        ShortLink link = text.links().getFirst();
        PostId post = new Pen(world, World.ANNA).nord(text.text(), Plan.NOW);
        OutboxRelay relay = new OutboxRelay(
                world.worker(), List.of(new PostLinks(world.worker(), OWN), new ClickHandler(world.worker())));
        relay.subscribe();
        new Publisher(world.worker(), world.ids()).publish(post);
        relay.run();
        ShortLink attached = as(World.ANNA, links -> links.one(link.id()));
        assertThat(attached.postId()).isEqualTo(post);
        assertThat(attached.target()).endsWith("&utm_content=" + post);

        ClickLog log = new ClickLog(new DataDirectory(folder), world.worker(), world.ids(), world.clock());
        log.start(Executors.defaultThreadFactory());
        Redirector redirector = redirector(log);
        for (String who : List.of("1", "2", "1")) {
            assertThat(follow(redirector, link.code(), visit(who)))
                    .isEqualTo(new Redirector.Answer.To(link.id(), attached.target()));
        }
        follow(redirector, link.code(), Visit.of(false, "Slackbot 1.0", null, null, "9"));
        assertThat(follow(redirector, "nosuch", visit("1"))).isEqualTo(new Redirector.Answer.Unknown());
        log.stop();
        relay.run();

        ShortLink seen = as(World.ANNA, links -> links.one(link.id()));
        assertThat(seen.clicks()).isEqualTo(3);
        assertThat(seen.robots()).isEqualTo(1);
        List<LinkSource> devices = as(World.ANNA, links -> links.sources(link.id(), "DEVICE"));
        assertThat(devices).containsExactly(new LinkSource("PHONE", 3));
        List<LinkSource> referrers = as(World.ANNA, links -> links.sources(link.id(), "REFERRER"));
        assertThat(referrers).containsExactly(new LinkSource("news.example", 3));
        assertThat(strings("select kind || ' ' || count(*) || ' ' || count(distinct person_no) || ' ' || (post_id = "
                        + post
                        + ") || ' ' || (campaign_id = " + campaign
                        + ") || ' ' || (status_id is not null) from engagement"
                        + " where kind = 'CLICK' group by kind, post_id, campaign_id, status_id"))
                .containsExactly("CLICK 3 2 true true true");
        new Rollup(world.worker(), world.clock()).run();
        assertThat(strings("select dimension || ' ' || clicks from day_bucket where clicks > 0 order by 1"))
                .containsExactly("ACCOUNT 3", "BRAND 3", "CAMPAIGN 3", "LINK 3", "STATUS 3");
        assertThat(strings("select clicks::text from status_total")).containsExactly("3");
    }

    @Test
    void whatIsSwitchedOffOrOverIsGone() {
        ShortLink link = as(World.ANNA, links -> links.open(named("sale")));
        ClickLog log = new ClickLog(new DataDirectory(folder), world.worker(), world.ids(), world.clock());
        Redirector redirector = redirector(log);
        assertThat(follow(redirector, "sale", visit("1"))).isInstanceOf(Redirector.Answer.To.class);
        as(World.ANNA, links -> links.change(link.id(), LinkChange.enabled(false)));
        redirector.forget("SALE");
        assertThat(follow(redirector, "sale", visit("1"))).isEqualTo(new Redirector.Answer.Gone());
        as(
                World.ANNA,
                links -> links.change(
                        link.id(), new LinkChange(null, world.clock().instant().plusSeconds(60), false, true)));
        redirector.forget("sale");
        assertThat(follow(redirector, "sale", visit("1"))).isInstanceOf(Redirector.Answer.To.class);
        world.clock().set(world.clock().instant().plusSeconds(61));
        assertThat(follow(redirector, "sale", visit("1"))).isEqualTo(new Redirector.Answer.Gone());
        // The journal was never opened: the database took the clicks itself.
        await().atMost(Duration.ofSeconds(60))
                .until(() -> strings("select count(*)::text from link_click").equals(List.of("2")));
    }

    @Test
    void onlyWhatWasAskedForBeforeAndLeadsSomewhereIsRecalled() {
        ShortLink link = as(World.ANNA, links -> links.open(named("sale")));
        Redirector redirector =
                redirector(new ClickLog(new DataDirectory(folder), world.worker(), world.ids(), world.clock()));
        assertThat(redirector.recall("sale")).isEmpty();
        redirector.find("sale");
        redirector.find("nosuch");
        assertThat(redirector.recall("SALE")).contains(new Redirector.Answer.To(link.id(), "https://a.example/"));
        assertThat(redirector.recall("nosuch")).isEmpty();
        as(World.ANNA, links -> links.change(link.id(), LinkChange.enabled(false)));
        redirector.forget("sale");
        redirector.find("sale");
        assertThat(redirector.recall("sale")).isEmpty();
    }

    private static Redirector.Answer follow(Redirector redirector, String code, Visit visit) {
        Redirector.Answer answer = redirector.find(code);
        if (answer instanceof Redirector.Answer.To to) {
            redirector.keep(to, visit).join();
        }
        return answer;
    }

    private static LinkOrder named(String code) {
        return new LinkOrder(World.NORD, "https://a.example/", code, null, null, null);
    }

    private static Visit visit(String who) {
        return Visit.of(false, BROWSER, null, "https://news.example/a", who);
    }

    private Redirector redirector(ClickLog log) {
        return new Redirector(log, world.worker(), world.clock());
    }

    private CampaignId campaign() {
        return Entities.as(
                world,
                World.ANNA,
                entities -> new CampaignPlanner(
                                entities,
                                world.app(),
                                new Permissions(Entities.current(World.ANNA)),
                                trail(),
                                world.ids(),
                                world.clock())
                        .open(
                                new CampaignIdea(
                                        World.NORD,
                                        "Été",
                                        LocalDate.parse("2026-11-01"),
                                        LocalDate.parse("2026-12-31"),
                                        List.of()),
                                CampaignTerms.NONE)
                        .id());
    }

    private ShortenedText shorten(CampaignId campaign, String text) {
        return as(World.ANNA, links -> new Shortener(links, OWN).shorten(World.NORD, campaign, text));
    }

    private AuditTrail trail() {
        return new AuditTrail(world.ids(), world.clock());
    }

    private <T> T as(MemberScope member, Function<ShortLinks, T> work) {
        return world.as(
                member,
                () -> work.apply(new ShortLinks(
                        world.app(), new Permissions(Entities.current(member)), trail(), world.ids(), OWN)));
    }

    private List<String> strings(String sql) {
        return world.worker()
                .withHandle(
                        handle -> handle.createQuery(sql).mapTo(String.class).list());
    }
}
