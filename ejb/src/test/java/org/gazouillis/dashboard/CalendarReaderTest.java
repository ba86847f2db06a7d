package org.gazouillis.dashboard;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.gazouillis.compose.PostState;
import org.gazouillis.kernel.AccountId;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.CampaignId;
import org.gazouillis.security.BrandNotFound;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.testrig.Entities;
import org.gazouillis.testrig.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CalendarReaderTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
    private static final Set<PostState> ALL = EnumSet.allOf(PostState.class);

    private World world;

    @BeforeEach
    void build() {
        world = World.fresh();
        world.moveLuneToKathmandu();
    }

    @Test
    void eachPostStandsOnTheDayOfItsOwnBrand() {
        post(World.NORD, "2026-11-24T22:30:00Z", "Paris, half past eleven");
        post(World.LUNE, "2026-11-24T22:30:00Z", "Kathmandu, the next morning");
        List<CalendarPost> that = read(DAY, DAY, CalendarGrain.DAY, 10);
        assertThat(that).singleElement().satisfies(found -> {
            assertThat(found.text()).startsWith("Paris");
            assertThat(found.wall()).isEqualTo(LocalDateTime.of(2026, 11, 24, 23, 30));
            assertThat(found.accounts()).isEqualTo("@nord");
        });
        assertThat(read(DAY.plusDays(1), DAY.plusDays(1), CalendarGrain.DAY, 10))
                .singleElement()
                .satisfies(found -> assertThat(found.wall()).isEqualTo(LocalDateTime.of(2026, 11, 25, 4, 15)));
    }

    @Test
    void theHourThatComesTwiceIsTwoCells() {
        for (int i = 0; i < 3; i++) {
            post(World.NORD, "2026-10-25T00:1" + i + ":00Z", "Summer " + i);
            post(World.NORD, "2026-10-25T01:1" + i + ":00Z", "Winter " + i);
        }
        LocalDate day = LocalDate.of(2026, 10, 25);
        assertThat(read(day, day, CalendarGrain.HOUR, 2))
                .extracting(CalendarPost::text)
                .containsExactly("Summer 0", "Summer 1", "Winter 0", "Winter 1");
        assertThat(read(day, day, CalendarGrain.HOUR, 2))
                .extracting(CalendarPost::ofCell)
                .containsOnly(3);
        assertThat(read(day, day, CalendarGrain.DAY, 2))
                .hasSize(2)
                .allSatisfy(each -> assertThat(each.ofCell()).isEqualTo(6));
    }

    @Test
    void aBusyMonthIsCountedAndOnlyItsFirstPostsAreRead() {
        world.worker().useHandle(handle -> handle.createUpdate("""
            insert into post (workspace_id, id, brand_id, author_id, account_ids, text, lang, state, due_at,
              content_hash, created_at, updated_at)
            select 101, 100000 + n, 201, 502, '{401}', 'Post ' || n, 'en', 'SCHEDULED',
              timestamptz '2026-11-01 00:00Z' + n * interval '8 minutes', '', now(), now()
            from generate_series(0, 4999) n
            """).execute());
        List<CalendarPost> month = read(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 30), CalendarGrain.DAY, 4);
        assertThat(month)
                .hasSizeLessThanOrEqualTo(30 * 4)
                .isSortedAccordingTo((a, b) -> a.dueAt().compareTo(b.dueAt()));
        assertThat(month.stream()
                        .filter(each -> each.wall().toLocalDate().equals(DAY))
                        .findFirst())
                .hasValueSatisfying(each -> assertThat(each.ofCell()).isEqualTo(24 * 60 / 8));
    }

    @Test
    void filtersNarrowAndWordsMeanThemselves() {
        long spring = campaign();
        post(World.NORD, "2026-11-24T09:00:00Z", "100% coton");
        post(World.NORD, "2026-11-24T10:00:00Z", "1000 coton");
        world.worker()
                .useHandle(handle -> handle.execute(
                        "update post set campaign_id = ?, state = 'HELD' where text like '1000%'", spring));
        assertThat(found(new CalendarQuery(List.of(World.NORD), ALL, null, null, null, "100%")))
                .containsExactly("100% coton");
        assertThat(found(new CalendarQuery(List.of(World.NORD), ALL, null, new CampaignId(spring), null, "")))
                .containsExactly("1000 coton");
        assertThat(found(new CalendarQuery(
                        List.of(World.NORD), EnumSet.of(PostState.SCHEDULED), World.NORD_ACCOUNT, null, null, "")))
                .containsExactly("100% coton");
        assertThat(found(new CalendarQuery(List.of(World.NORD), ALL, new AccountId(999), null, null, "")))
                .isEmpty();
        assertThat(found(new CalendarQuery(List.of(World.NORD), ALL, null, null, World.ANNA.member(), "")))
                .isEmpty();
    }

    @Test
    void aListGoesOnWhereItStopped() {
        for (int i = 0; i < 7; i++) {
            post(World.NORD, "2026-11-24T09:00:00Z", "Same time " + i);
        }
        post(World.NORD, "2026-11-23T09:00:00Z", "The day before");
        List<String> all = new ArrayList<>();
        Instant at = Instant.EPOCH;
        long id = 0;
        for (int page = 0; page < 4; page++) {
            Instant from = at;
            long after = id;
            List<CalendarPost> posts = ask(World.ANNA, reader -> reader.list(both(), DAY, from, after, 3));
            posts.forEach(each -> all.add(each.text()));
            if (!posts.isEmpty()) {
                at = posts.getLast().dueAt();
                id = posts.getLast().id().value();
            }
        }
        assertThat(all).hasSize(7).doesNotHaveDuplicates().allMatch(text -> text.startsWith("Same time"));
    }

    @Test
    void aBrandThatOneDoesNotSeeIsNotThere() {
        post(World.LUNE, "2026-11-24T09:00:00Z", "Not for Marc");
        assertThatThrownBy(() -> ask(World.MARC, reader -> reader.period(both(), DAY, DAY, CalendarGrain.DAY, 4)))
                .isInstanceOf(BrandNotFound.class);
        assertThat(ask(World.MARC, reader -> reader.choices(List.of(World.NORD)))
                        .authors())
                .extracting(CalendarChoices.Named::name)
                .contains(World.MARC.email())
                .doesNotContain(World.RITA.email());
    }

    private static CalendarQuery both() {
        return new CalendarQuery(List.of(World.NORD, World.LUNE), ALL, null, null, null, "");
    }

    private List<CalendarPost> read(LocalDate first, LocalDate last, CalendarGrain grain, int each) {
        return ask(World.ANNA, reader -> reader.period(both(), first, last, grain, each));
    }

    private List<String> found(CalendarQuery query) {
        return ask(World.ANNA, reader -> reader.period(query, DAY, DAY, CalendarGrain.DAY, 10)).stream()
                .map(CalendarPost::text)
                .toList();
    }

    private <T> T ask(MemberScope member, Function<CalendarReader, T> question) {
        return world.as(
                member,
                () -> question.apply(new CalendarReader(world.app(), new Permissions(Entities.current(member)))));
    }

    private long campaign() {
        long id = world.ids().next();
        world.worker()
                .useHandle(handle -> handle.execute(
                        "insert into campaign (workspace_id, id, brand_id, name, slug, starts_on, ends_on, created_at)"
                                + " values (101, ?, 201, 'Spring', 'spring', '2026-11-01', '2026-12-31', now())",
                        id));
        return id;
    }

    private void post(BrandId brand, String at, String text) {
        long account = brand.equals(World.NORD) ? World.NORD_ACCOUNT.value() : World.LUNE_ACCOUNT.value();
        world.worker()
                .useHandle(handle -> handle.createUpdate("""
                    insert into post (workspace_id, id, brand_id, author_id, account_ids, text, lang, state, due_at,
                      local_at, zone, content_hash, created_at, updated_at)
                    select 101, :id, :brand, 502, array[:account], :text, 'en', 'SCHEDULED', :at::timestamptz,
                      :at::timestamptz at time zone b.zone, b.zone, '', now(), now()
                    from brand b where b.id = :brand
                    """)
                        .bind("id", world.ids().next())
                        .bind("brand", brand)
                        .bind("account", account)
                        .bind("text", text)
                        .bind("at", at)
                        .execute());
    }
}
