package org.gazouillis.dashboard;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.gazouillis.engage.Engagement;
import org.gazouillis.engage.EngagementLog;
import org.gazouillis.engage.Person;
import org.gazouillis.engage.Statuses;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.StatusId;
import org.gazouillis.kernel.TimeRange;
import org.gazouillis.listen.Asker;
import org.gazouillis.listen.MatchingStatuses;
import org.gazouillis.listen.SearchStandpoint;
import org.gazouillis.listen.StatusIndexer;
import org.gazouillis.rollup.Measure;
import org.gazouillis.rollup.Rollup;
import org.gazouillis.rollup.Tally;
import org.gazouillis.rollup.Totals;
import org.gazouillis.rollup.Window;
import org.gazouillis.security.BrandNotFound;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.CurrentMember;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.tenancy.VisibleBrand;
import org.gazouillis.tenancy.VisibleBrands;
import org.gazouillis.testrig.Entities;
import org.gazouillis.testrig.World;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PivotsTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final ZoneId KATHMANDU = ZoneId.of("Asia/Kathmandu");
    private static final Instant FIRST = Instant.parse("2026-10-23T12:00:00Z");
    private static final VisibleBrand NORD = brand(World.NORD, "nord", PARIS);
    private static final VisibleBrand LUNE = brand(World.LUNE, "lune", KATHMANDU);
    private static final List<Measure> MEASURES =
            List.of(Measure.IMPRESSIONS, Measure.REACH, Measure.ENGAGEMENTS, Measure.ENGAGED_PEOPLE);

    private final World world = World.fresh();
    private final Map<StatusId, SlowPivot.Post> posts = new HashMap<>();
    private final SlowPivot slow = new SlowPivot(posts);

    @Test
    void everyPairOfDimensionsEqualsASlowCount() {
        Random random = new Random(11);
        world.worker()
                .useHandle(handle ->
                        handle.execute("update brand set zone = 'Asia/Kathmandu' where id = ?", World.LUNE.value()));
        for (int number = 0; number < 14; number++) {
            publish(random, number);
        }
        happen(random, 700);
        Axis[][] pairs = {
            {Axis.HASHTAG, Axis.DAY},
            {Axis.HASHTAG, Axis.LANGUAGE},
            {Axis.CAMPAIGN, Axis.MEDIA},
            {Axis.AUTHOR, Axis.HASHTAG},
            {Axis.ACCOUNT, Axis.WEEK},
            {Axis.BRAND, Axis.MONTH},
            {Axis.WEEKDAY, Axis.HOUR_OF_DAY},
            {Axis.MEDIA, Axis.HOUR_OF_DAY},
            {Axis.HOUR_OF_WEEK, Axis.BRAND},
            {Axis.HOUR, Axis.LANGUAGE},
            {Axis.STATUS, Axis.WEEKDAY}
        };
        for (Axis[] pair : pairs) {
            Instant from = FIRST.plus(Duration.ofMinutes(15L * random.nextInt(300)));
            Instant to = from.plus(Duration.ofMinutes(15L * (1 + random.nextInt(500))));
            Pivot pivot = read(question(pair[0], pair[1], from, to, NORD, LUNE));
            assertThat(pivot.rows()).as(pair[0].key()).isNotEmpty();
            compare(pivot, from, to);
        }
    }

    @Test
    void theOthersAreToldAsOneAndNobodyIsCountedTwiceAmongThem() {
        StatusId many = tagged("{one,two,three}");
        StatusId some = tagged("{two,three}");
        append(view(many, 1), view(many, 2), view(some, 1));
        Pivot pivot = read(new PivotQuestion(
                List.of(week(NORD)),
                Axis.HASHTAG,
                null,
                Window.ACTIVITY,
                MEASURES,
                "",
                Map.of(),
                new PivotOrder(Measure.IMPRESSIONS, null, false),
                1));
        assertThat(lines(pivot)).containsExactly("one 2 2", "* 3 2");
        assertThat(pivot.otherRows()).isEqualTo(2);
        assertThat(Measure.IMPRESSIONS.of(pivot.whole()).value()).isEqualTo(3L);
    }

    @Test
    void clicksOnNoPostStandElsewhereAndTheWholeIsTheBrands() {
        StatusId status = tagged("{one}");
        append(view(status, 1));
        world.worker().useHandle(handle -> handle.execute("""
                insert into engagement (workspace_id, brand_id, link_id, kind, person_no, anonymous, at)
                values (101, 201, 1, 'CLICK', 7, true, '2026-11-23T07:00:00Z')
                """));
        rollUp();
        Pivot tags = read(question(Axis.HASHTAG, Axis.DAY, List.of(Measure.CLICKS, Measure.IMPRESSIONS)));
        assertThat(tags.rows()).extracting(line -> line.head().key()).containsExactly("one", Axis.ELSEWHERE);
        Pivot days = read(question(Axis.DAY, null, List.of(Measure.CLICKS)));
        for (Pivot pivot : List.of(tags, days)) {
            assertThat(Measure.CLICKS.of(pivot.whole()).value()).isEqualTo(1L);
            assertThat(Measure.IMPRESSIONS.of(pivot.whole()).value()).isEqualTo(1L);
        }
        Pivot languages = read(within(Map.of(Axis.LANGUAGE, "fr")));
        assertThat(languages.rows())
                .as("no click on a post in French")
                .extracting(line -> line.head().key())
                .containsExactly("one");
    }

    @Test
    void aCellIsDrilledIntoPostsThatMakeItUp() {
        StatusId one = tagged("{one}");
        StatusId both = tagged("{one,two}");
        append(view(one, 1), view(both, 1), view(both, 2));
        PivotQuestion ofPosts = new PivotQuestion(
                List.of(week(NORD)),
                Axis.STATUS,
                null,
                Window.ACTIVITY,
                MEASURES,
                "",
                Map.of(Axis.HASHTAG, "one", Axis.DAY, "2026-11-23"),
                PivotOrder.most(Measure.IMPRESSIONS),
                PivotQuestion.MOST_ROWS);
        assertThat(lines(read(ofPosts))).containsExactly(both + " 2 2", one + " 1 1");
        assertThat(read(ofPosts).rows().getFirst().head().name()).isEqualTo("Bonjour");
        assertThat(read(within(Map.of(Axis.HASHTAG, "three"))).rows()).isEmpty();
    }

    @Test
    void postsOfThePeriodBringEverythingTheyGathered() {
        StatusId status = Statuses.publish(world, World.ANNA, World.NORD, World.NORD_PROFILE, 9_001);
        append(view(status, 1), new Engagement.View(status, new Person(2, false), World.START.plusSeconds(90_000)));
        Period day = Period.parse("2026-11-23", "2026-11-23", PARIS, World.START);
        for (Window window : Window.values()) {
            Pivot pivot = read(new PivotQuestion(
                    List.of(new PivotQuestion.Slice(NORD, day)),
                    Axis.CAMPAIGN,
                    Axis.AUTHOR,
                    window,
                    List.of(Measure.REACH, Measure.POSTS_PUBLISHED),
                    "",
                    Map.of(),
                    PivotOrder.NATURAL,
                    10));
            Pivot.Line line = pivot.rows().getFirst();
            assertThat(line.head().name()).isEqualTo("Spring");
            assertThat(pivot.columns().getFirst().name()).isEqualTo("anna@test.example");
            assertThat(line.total().reach()).isEqualTo(window == Window.POST ? 2 : 1);
            assertThat(line.total().posts()).isEqualTo(1);
        }
    }

    @Test
    void timesWithoutEventsAreZeroAndTimesAheadAreNotThere() {
        world.worker().useHandle(handle -> handle.execute("update rollup_mark set as_of = '2026-11-23T07:00:00Z'"));
        Pivot days = read(question(Axis.DAY, null, List.of(Measure.REACH)));
        assertThat(days.rows()).hasSize(7);
        assertThat(days.rows().getLast().head().key()).isEqualTo("2026-11-23");
        assertThat(days.rows().getLast().total().reach()).isZero();
        Period ahead = Period.parse("2026-12-01", "2026-12-02", PARIS, World.START);
        Pivot nothing = read(new PivotQuestion(
                List.of(new PivotQuestion.Slice(NORD, ahead)),
                Axis.DAY,
                null,
                Window.ACTIVITY,
                MEASURES,
                "",
                Map.of(),
                PivotOrder.NATURAL,
                10));
        assertThat(nothing.rows()).isEmpty();
        assertThat(nothing.whole()).isNull();
    }

    @Test
    void questionsThatCannotBeAnsweredAreRefusedInASentence() {
        assertThatThrownBy(() -> question(Axis.DAY, Axis.DAY, MEASURES)).isInstanceOf(PivotRefused.class);
        assertThatThrownBy(() -> question(Axis.DAY, Axis.HOUR_OF_WEEK, MEASURES))
                .hasMessageContaining("too many columns by hour_of_week");
        assertThatThrownBy(() -> question(Axis.DAY, null, List.of(Measure.FOLLOWERS)))
                .hasMessageContaining("belongs to accounts");
        assertThatThrownBy(() -> question(Axis.HOUR, null, FIRST, FIRST.plus(Duration.ofDays(40)), NORD))
                .isInstanceOf(PivotTooWide.class)
                .hasMessageContaining("at most 31 days");
        world.worker().useHandle(handle -> handle.execute("update rollup_mark set as_of = '2027-01-01T00:00:00Z'"));
        assertThatThrownBy(() -> read(question(Axis.LANGUAGE, Axis.DAY, FIRST, FIRST.plus(Duration.ofDays(63)), NORD)))
                .isInstanceOf(PivotTooWide.class)
                .hasMessageContaining("columns by day");
        for (Axis axis : Axis.values()) {
            assertThatThrownBy(() -> within(Map.of(axis, " ")))
                    .as(axis.key())
                    .isInstanceOf(PivotRefused.class)
                    .hasMessageContaining("is no " + axis.key());
        }
        assertThatThrownBy(() -> within(Map.of(Axis.DAY, "2026-13-01"))).isInstanceOf(PivotRefused.class);
        assertThatThrownBy(() -> Axis.named("weather")).hasMessageContaining("They are by: brand, campaign");
    }

    @Test
    void aQuestionIsStoppedBeforeItBecomesDear() {
        PivotBudget rows = new PivotBudget();
        for (int row = 0; row < PivotBudget.MOST_ROWS; row++) {
            rows.take();
        }
        assertThatThrownBy(rows::take)
                .isInstanceOf(PivotTooWide.class)
                .hasMessageContaining("more than 100000 rolled-up rows");
        PivotBudget people = new PivotBudget();
        BucketRow large = new BucketRow(null, null, Tally.NONE, 0, 0, new byte[64 << 20], null, new byte[64 << 20]);
        people.take(large);
        people.take(large);
        assertThatThrownBy(() -> people.take(large)).hasMessageContaining("too many people");
    }

    @Test
    void aForeignBrandDoesNotExist() {
        PivotQuestion ofLune = question(Axis.DAY, null, FIRST, FIRST.plus(Duration.ofDays(1)), NORD, LUNE);
        assertThatThrownBy(() -> as(World.MARC, ofLune)).isInstanceOf(BrandNotFound.class);
    }

    private void compare(Pivot pivot, Instant from, Instant to) {
        PivotQuestion question = pivot.question();
        Axis columns = requireNonNull(question.columns());
        for (Pivot.Line line : pivot.rows()) {
            String row = line.head().key();
            assertThat(figures(line.total()))
                    .as(question.rows() + " " + row)
                    .isEqualTo(slow.count(from, to, Map.of(question.rows(), row)));
            for (int i = 0; i < pivot.columns().size(); i++) {
                String column = pivot.columns().get(i).key();
                if (!column.equals(Axis.OTHERS)) {
                    assertThat(figures(line.cells().get(i)))
                            .as(question.rows() + " " + row + ", " + columns + " " + column)
                            .isEqualTo(slow.count(from, to, Map.of(question.rows(), row, columns, column)));
                }
            }
        }
        for (int i = 0; i < pivot.columns().size(); i++) {
            String column = pivot.columns().get(i).key();
            if (!column.equals(Axis.OTHERS)) {
                assertThat(figures(pivot.columnTotals().get(i)))
                        .isEqualTo(slow.count(from, to, Map.of(columns, column)));
            }
        }
        assertThat(figures(requireNonNull(pivot.whole()))).isEqualTo(slow.count(from, to, Map.of()));
    }

    private static String figures(Totals totals) {
        return totals.tally().views() + " views, " + totals.reach() + " people, " + totals.anonymousReach()
                + " anonymous, " + totals.tally().engagements() + " engagements by "
                + totals.crowd().engaged().number();
    }

    private static List<String> lines(Pivot pivot) {
        return pivot.rows().stream()
                .map(line -> line.head().key() + " " + line.total().tally().views() + " "
                        + line.total().reach())
                .toList();
    }

    private void publish(Random random, int number) {
        boolean ofNord = random.nextBoolean();
        BrandId brand = ofNord ? World.NORD : World.LUNE;
        var profile = ofNord ? World.NORD_PROFILE : World.LUNE_PROFILE;
        boolean atDesk = random.nextInt(3) > 0;
        long campaign = 9_001 + brand.value() * 10 + random.nextInt(2);
        StatusId status =
                atDesk ? Statuses.publish(world, World.ANNA, brand, profile, campaign) : Statuses.post(world, profile);
        List<String> tags = List.of("spring", "tulips", "sale").subList(random.nextInt(3), 3 - random.nextInt(2));
        String lang = List.of("fr", "en", "").get(number % 3);
        String media = List.of("image", "link", "text").get(random.nextInt(3));
        world.worker()
                .useHandle(handle -> handle.execute(
                        "update status set lang = ?, hashtags = ?, urls = ?, attachments = ?::jsonb where id = ?",
                        lang,
                        tags.toArray(String[]::new),
                        media.equals("text") ? new String[0] : new String[] {"https://example.org"},
                        media.equals("image") ? "[{}]" : null,
                        status.value()));
        posts.put(
                status,
                new SlowPivot.Post(
                        brand.toString(),
                        ofNord ? World.NORD_ACCOUNT.toString() : World.LUNE_ACCOUNT.toString(),
                        ofNord ? PARIS : KATHMANDU,
                        atDesk ? Long.toString(campaign) : Axis.NONE,
                        atDesk ? World.ANNA.member().toString() : Axis.NONE,
                        tags.isEmpty() ? List.of(Axis.NONE) : tags,
                        lang.isEmpty() ? Axis.NONE : lang,
                        media));
    }

    private void happen(Random random, int number) {
        List<StatusId> all = List.copyOf(posts.keySet());
        List<Engagement> events = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            StatusId status = all.get(random.nextInt(all.size()));
            Instant at = FIRST.plusSeconds(random.nextInt(9 * 24 * 3600));
            Person known = new Person(random.nextInt(30), false);
            events.add(
                    switch (random.nextInt(6)) {
                        case 0 -> new Engagement.Like(status, known, at);
                        case 1 -> new Engagement.Withdrawal(new Engagement.Like(status, known, at), at);
                        case 2 -> new Engagement.View(status, new Person(random.nextInt(9), true), at);
                        default -> new Engagement.View(status, known, at);
                    });
        }
        events.forEach(slow::add);
        append(events.toArray(Engagement[]::new));
    }

    private StatusId tagged(String tags) {
        StatusId status = Statuses.post(world, World.NORD_PROFILE);
        world.worker()
                .useHandle(handle ->
                        handle.execute("update status set hashtags = ?::text[] where id = ?", tags, status.value()));
        return status;
    }

    private static Engagement view(StatusId status, int person) {
        return new Engagement.View(status, new Person(person, false), World.START.minusSeconds(60));
    }

    private void append(Engagement... events) {
        world.worker().useTransaction(handle -> EngagementLog.append(handle, List.of(events)));
        rollUp();
    }

    private void rollUp() {
        new Rollup(world.worker(), world.clock()).run();
    }

    private static PivotQuestion.Slice week(VisibleBrand brand) {
        return new PivotQuestion.Slice(brand, Period.lastDays(7, brand.zone(), World.START));
    }

    private static PivotQuestion question(Axis rows, @Nullable Axis columns, List<Measure> measures) {
        return new PivotQuestion(
                List.of(week(NORD)), rows, columns, Window.ACTIVITY, measures, "", Map.of(), PivotOrder.NATURAL, 10);
    }

    private static PivotQuestion within(Map<Axis, String> within) {
        return new PivotQuestion(
                List.of(week(NORD)),
                Axis.HASHTAG,
                null,
                Window.ACTIVITY,
                List.of(Measure.CLICKS),
                "",
                within,
                PivotOrder.NATURAL,
                10);
    }

    private static PivotQuestion question(
            Axis rows, @Nullable Axis columns, Instant from, Instant to, VisibleBrand... brands) {
        List<PivotQuestion.Slice> slices = new ArrayList<>();
        for (VisibleBrand brand : brands) {
            slices.add(new PivotQuestion.Slice(brand, new Period(new TimeRange(from, to), brand.zone())));
        }
        return new PivotQuestion(
                slices, rows, columns, Window.ACTIVITY, MEASURES, "", Map.of(), PivotOrder.NATURAL, 100);
    }

    private Pivot read(PivotQuestion question) {
        return as(World.ANNA, question);
    }

    private Pivot as(MemberScope member, PivotQuestion question) {
        CurrentMember current = Entities.current(member);
        return new Pivots(world.app(), new Permissions(current), none(world, current), world.transactions(member))
                .read(question);
    }

    /// A search that is never asked: its index is not open.
    static MatchingStatuses none(World world, CurrentMember current) {
        VisibleBrands brands = new VisibleBrands(world.app(), current);
        SearchStandpoint standpoint = new SearchStandpoint(world.app(), current, brands, world.clock());
        return new MatchingStatuses(
                StatusIndexer.over(world.worker()),
                new Asker(
                        current,
                        new Permissions(current),
                        brands,
                        standpoint,
                        world.transactions(current.scope().orElse(null))));
    }

    private static VisibleBrand brand(BrandId id, String handle, ZoneId zone) {
        return new VisibleBrand(id, handle, handle, zone, "", "en", List.of());
    }
}
