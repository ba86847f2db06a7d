package org.gazouillis.publish;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.gazouillis.audit.AuditTrail;
import org.gazouillis.compose.DueTime;
import org.gazouillis.compose.Plan;
import org.gazouillis.kernel.PostId;
import org.gazouillis.security.BrandNotFound;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.testrig.Entities;
import org.gazouillis.testrig.Pen;
import org.gazouillis.testrig.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CalendarFeedsTest {
    private World world;
    private Pen marc;

    @BeforeEach
    void build() {
        world = World.fresh();
        marc = new Pen(world, World.MARC);
    }

    @Test
    void aLinkShowsThePlanAsItStandsAndNamesItsText() {
        PostId post = marc.nord("Bonjour", in(Duration.ofDays(3)));
        marc.nord("Only an idea", Plan.LATER);
        String secret = renew(World.MARC);
        FeedText before = read(secret);
        assertThat(read(secret)).isEqualTo(before);
        assertThat(events(before))
                .extracting(each -> each.getSummary().getValue())
                .containsExactly("Bonjour");
        VEvent event = events(before).getFirst();
        marc.tell(composer -> composer.cancel(post));
        FeedText after = read(secret);
        assertThat(after.tag()).isNotEqualTo(before.tag());
        VEvent cancelled = events(after).getFirst();
        assertThat(cancelled.getUid().getValue()).isEqualTo(event.getUid().getValue());
        assertThat(cancelled.getStatus().getValue()).isEqualTo("CANCELLED");
        assertThat(cancelled.getSequence().getValue())
                .isGreaterThan(event.getSequence().getValue());
    }

    @Test
    void aNewLinkEndsTheOldOneAndAWordOfItsMemberEndsIt() {
        String first = renew(World.MARC);
        String annas = renew(World.ANNA);
        String second = renew(World.MARC);
        assertThatThrownBy(() -> read(first)).isInstanceOf(FeedNotFound.class);
        assertThat(read(second).text()).contains("VCALENDAR");
        ask(World.MARC, feeds -> {
            feeds.revoke(World.NORD);
            return true;
        });
        assertThatThrownBy(() -> read(second)).isInstanceOf(FeedNotFound.class);
        assertThat(read(annas).text()).contains("VCALENDAR");
        assertThat(standing(World.MARC)).isEmpty();
        assertThat(standing(World.ANNA))
                .hasValueSatisfying(feed ->
                        assertThat(feed.lastReadAt()).isEqualTo(world.clock().instant()));
    }

    @Test
    void aLinkStopsWithTheRoleOrTheMember() {
        String secret = renew(World.MARC);
        world.worker().useHandle(handle -> handle.execute("delete from membership where member_id = 502"));
        assertThatThrownBy(() -> read(secret)).isInstanceOf(FeedNotFound.class);
        String annas = renew(World.ANNA);
        world.worker().useHandle(handle -> handle.execute("update member set disabled_at = now() where id = 501"));
        assertThatThrownBy(() -> read(annas)).isInstanceOf(FeedNotFound.class);
        assertThatThrownBy(() -> read("guess")).isInstanceOf(FeedNotFound.class);
    }

    @Test
    void theSecretItselfIsNowhereKeptAndForeignBrandsHaveNoLink() {
        String secret = renew(World.MARC);
        String everything = world.worker()
                .withHandle(handle -> handle.createQuery(
                                "select coalesce((select string_agg(f::text, ' ') from calendar_feed f), '') ||"
                                        + " coalesce((select string_agg(a::text, ' ') from audit_entry a), '')")
                        .mapTo(String.class)
                        .one());
        assertThat(everything).contains("calendar-feed.made").doesNotContain(secret);
        assertThatThrownBy(() -> ask(World.MARC, feeds -> feeds.renew(World.LUNE)))
                .isInstanceOf(BrandNotFound.class);
    }

    private Plan in(Duration ahead) {
        return Plan.at(DueTime.exactly(
                world.worker()
                        .withHandle(handle -> handle.createQuery("select now()")
                                .mapTo(java.time.Instant.class)
                                .one())
                        .plus(ahead),
                java.time.ZoneId.of("Europe/Paris")));
    }

    private static List<VEvent> events(FeedText feed) {
        return Biweekly.parse(feed.text()).first().getEvents();
    }

    private Optional<CalendarFeed> standing(MemberScope member) {
        return ask(member, feeds -> feeds.standing(World.NORD));
    }

    private String renew(MemberScope member) {
        return ask(member, feeds -> feeds.renew(World.NORD));
    }

    private FeedText read(String secret) {
        return world.inWorkerTransaction(
                () -> new FeedReader(world.worker(), world.clock()).read(secret, "https://desk.example"));
    }

    private <T> T ask(MemberScope member, Function<CalendarFeeds, T> question) {
        return world.as(member, () -> question.apply(feeds(member)));
    }

    private CalendarFeeds feeds(MemberScope member) {
        return new CalendarFeeds(
                world.app(),
                new Permissions(Entities.current(member)),
                new AuditTrail(world.ids(), world.clock()),
                world.ids(),
                world.clock());
    }
}
