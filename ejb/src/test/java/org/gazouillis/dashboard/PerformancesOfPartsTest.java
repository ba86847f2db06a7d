package org.gazouillis.dashboard;

import java.time.LocalDate;
import java.util.List;
import org.gazouillis.engage.Engagement;
import org.gazouillis.engage.Person;
import org.gazouillis.engage.Statuses;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.StatusId;
import org.gazouillis.rollup.Dimension;
import org.gazouillis.rollup.Measure;
import org.gazouillis.rollup.Totals;
import org.gazouillis.rollup.Window;
import org.gazouillis.security.BrandNotFound;
import org.gazouillis.tenancy.CurrentMember;
import org.gazouillis.testrig.World;
import org.junit.jupiter.api.Test;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// What a brand is made of: campaigns, accounts, posts, hashtags; and all brands of a member.
class PerformancesOfPartsTest extends PerformanceGround {
    @Test
    void aCampaignIsCountedByItselfAndKnowsNoFollowers() {
        view(plain, 1, "2026-10-25T12:00:00Z");
        view(campaigned, 2, "2026-10-25T12:00:00Z");
        LocalDate day = LocalDate.of(2026, 10, 25);
        Totals totals = requireNonNull(read(World.NORD, Period.ofDays(day, day, PARIS), Step.DAY, CAMPAIGN)
                .totals());
        assertThat(totals.tally().views()).isEqualTo(1);
        assertThat(Measure.FOLLOWERS.of(totals).value()).isNull();
    }

    @Test
    void publishedPostsAreCountedAndTheBestComeFirst() {
        StatusId second = Statuses.publish(world, World.ANNA, World.NORD, World.NORD_PROFILE, 9_002);
        view(campaigned, 1, "2026-11-23T08:00:00Z");
        append(List.of(new Engagement.Like(second, new Person(1, false), World.START)));
        PerformanceQuery query =
                new PerformanceQuery(World.NORD, Period.lastDays(7, PARIS, World.START), Step.DAY, null);
        assertThat(requireNonNull(
                                read(World.NORD, query.period(), Step.DAY, null).totals())
                        .posts())
                .isEqualTo(2);
        List<TopPost> top = as(World.ANNA, permissions -> new TopPosts(world.app(), permissions).read(query, 10));
        assertThat(top).extracting(TopPost::statusId).containsExactly(second, campaigned);
        assertThat(top.getLast().figure(Measure.ENGAGEMENT_RATE).value()).isEqualTo(0.0);
        assertThat(top.getFirst().figure(Measure.ENGAGEMENT_RATE).value()).isNull();
    }

    @Test
    void postsWithoutAnyEventStandBehindTheOthers() {
        StatusId second = Statuses.publish(world, World.ANNA, World.NORD, World.NORD_PROFILE, 9_002);
        StatusId removed = Statuses.publish(world, World.ANNA, World.NORD, World.NORD_PROFILE, 9_003);
        StatusId unseen = Statuses.publish(world, World.ANNA, World.NORD, World.NORD_PROFILE, 9_004);
        view(campaigned, 1, "2026-11-23T08:00:00Z");
        view(lune, 1, "2026-11-23T08:00:00Z");
        append(List.of(
                new Engagement.Like(second, new Person(1, false), World.START),
                new Engagement.Like(removed, new Person(1, false), World.START)));
        world.worker()
                .useHandle(
                        handle -> handle.execute("update status set removed_at = now() where id = ?", removed.value()));
        PerformanceQuery query =
                new PerformanceQuery(World.NORD, Period.lastDays(7, PARIS, World.START), Step.DAY, null);
        List<StatusId> all = List.of(second, campaigned, unseen);
        for (int limit = 1; limit <= all.size() + 1; limit++) {
            int most = limit;
            List<TopPost> top = as(World.ANNA, permissions -> new TopPosts(world.app(), permissions).read(query, most));
            assertThat(top).extracting(TopPost::statusId).isEqualTo(all.subList(0, Math.min(limit, all.size())));
        }
    }

    @Test
    void anAccountAPostAndAHashtagAreCountedByThemselves() {
        world.worker()
                .useHandle(handle -> handle.execute(
                        "update status set hashtags = '{spring}' where id in (?, ?)",
                        campaigned.value(),
                        lune.value()));
        view(plain, 1, "2026-10-25T12:00:00Z");
        view(campaigned, 1, "2026-10-25T12:00:00Z", "2026-10-25T13:00:00Z");
        view(lune, 1, "2026-10-25T12:00:00Z");
        assertThat(views(World.NORD, Subject.of(World.NORD_ACCOUNT))).isEqualTo(3);
        assertThat(views(World.NORD, Subject.of(campaigned))).isEqualTo(2);
        assertThat(views(World.NORD, Subject.ofHashtag("#Spring"))).isEqualTo(2);
        assertThat(views(World.LUNE, Subject.ofHashtag("spring"))).isEqualTo(1);
        assertThat(views(World.NORD, Subject.ofHashtag("winter"))).isZero();
        assertThat(views(World.NORD, Subject.of(World.LUNE_ACCOUNT)))
                .as("another brand's account")
                .isZero();
    }

    @Test
    void aBreakdownListsSubjectsByNameWithTheirOwnPeople() {
        world.worker()
                .useHandle(handle -> handle.execute(
                        "update status set hashtags = '{spring,tulips}' where id = ?", campaigned.value()));
        world.worker()
                .useHandle(handle ->
                        handle.execute("update status set hashtags = '{spring}' where id = ?", plain.value()));
        view(campaigned, 1, "2026-11-22T08:05:00Z", "2026-11-23T08:05:00Z");
        view(campaigned, 2, "2026-11-23T08:05:00Z");
        view(plain, 1, "2026-11-23T08:05:00Z");
        PerformanceQuery query =
                new PerformanceQuery(World.NORD, Period.lastDays(7, PARIS, World.START), Step.DAY, null);
        assertThat(breakdown(query, Dimension.HASHTAG)).containsExactly("spring 4 2", "tulips 3 2");
        assertThat(breakdown(query, Dimension.CAMPAIGN)).containsExactly("Spring 3 2");
        assertThat(breakdown(query, Dimension.ACCOUNT)).containsExactly("@nord 4 2");
        assertThat(breakdown(query, Dimension.STATUS)).containsExactly("Bonjour 3 2", "Bonjour 1 1");
        assertThat(breakdown(query, Dimension.LINK)).isEmpty();
    }

    @Test
    void hashtagsOfPostsAreListedWithTheirCompanions() {
        world.worker()
                .useHandle(handle -> handle.execute(
                        "update status set hashtags = '{spring,tulips}' where id = ?", campaigned.value()));
        view(campaigned, 1, "2026-11-23T09:00:00Z");
        Period period = Period.lastDays(7, PARIS, World.START);
        PerformanceQuery brand = new PerformanceQuery(World.NORD, period, Step.DAY, null);
        PerformanceQuery spring =
                new PerformanceQuery(World.NORD, period, Step.DAY, Subject.ofHashtag("spring"), Window.ACTIVITY);
        assertThat(hashtags(brand)).containsExactly(new UsedHashtag("spring", 1), new UsedHashtag("tulips", 1));
        assertThat(hashtags(spring)).containsExactly(new UsedHashtag("tulips", 1));
    }

    @Test
    void aForeignBrandDoesNotExist() {
        Period period = Period.lastDays(7, PARIS, World.START);
        PerformanceQuery query = new PerformanceQuery(World.LUNE, period, Step.DAY, null);
        assertThatThrownBy(() -> as(
                        World.MARC, permissions -> new Performances(world.app(), permissions, settledDays).read(query)))
                .isInstanceOf(BrandNotFound.class);
    }

    @Test
    void homeShowsTroubleFirstAndOnlyWhatTheMemberSees() {
        view(plain, 1, "2026-11-23T07:00:00Z", "2026-11-15T07:00:00Z");
        view(plain, 2, "2026-11-23T07:00:00Z");
        world.worker().useHandle(handle -> handle.execute("""
                insert into post (workspace_id, id, brand_id, author_id, text, lang, state, content_hash, due_at,
                  created_at, updated_at)
                values (101, 1, 202, 501, 'a', 'en', 'FAILED', '', null, now(), now()),
                  (101, 2, 201, 501, 'b', 'en', 'SCHEDULED', '', '2026-11-23T09:00:00Z', now(), now()),
                  (101, 3, 201, 501, 'c', 'en', 'SCHEDULED', '', '2026-11-24T09:00:00Z', now(), now())
                """));
        CurrentMember current = new CurrentMember();
        current.become(World.ANNA);
        Overviews overviews = new Overviews(world.app(), current, world.clock());
        List<BrandOverview> brands = world.as(World.ANNA, overviews::read);
        assertThat(brands).extracting(BrandOverview::handle).containsExactly("lune", "nord");
        BrandOverview nord = brands.getLast();
        assertThat(nord.queuedToday()).isEqualTo(1);
        assertThat(nord.nextText()).isEqualTo("b");
        assertThat(nord.today()).containsExactly("SCHEDULED");
        assertThat(nord.week()).containsExactly(0L, 0L, 0L, 0L, 0L, 0L, 2L);
        assertThat(nord.weekChange()).isEqualTo(1.0);
        assertThat(brands.getFirst().weekChange()).isNull();
    }

    private List<UsedHashtag> hashtags(PerformanceQuery query) {
        return as(World.ANNA, permissions -> new Hashtags(world.app(), permissions).read(query));
    }

    private List<String> breakdown(PerformanceQuery query, Dimension by) {
        return as(World.ANNA, permissions -> new Breakdowns(world.app(), permissions, settledDays).read(query, by, 10))
                .stream()
                .map(part -> part.name() + " " + part.totals().tally().views() + " "
                        + part.totals().reach())
                .toList();
    }

    private long views(BrandId brand, Subject subject) {
        LocalDate day = LocalDate.of(2026, 10, 25);
        PerformanceQuery query =
                new PerformanceQuery(brand, Period.ofDays(day, day, PARIS), Step.DAY, subject, Window.ACTIVITY);
        return requireNonNull(as(
                                World.ANNA,
                                permissions -> new Performances(world.app(), permissions, settledDays).read(query))
                        .totals())
                .tally()
                .views();
    }
}
