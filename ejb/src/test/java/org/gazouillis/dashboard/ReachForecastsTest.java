package org.gazouillis.dashboard;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gazouillis.engage.Engagement;
import org.gazouillis.engage.EngagementLog;
import org.gazouillis.engage.Person;
import org.gazouillis.engage.Statuses;
import org.gazouillis.kernel.StatusId;
import org.gazouillis.rollup.Rollup;
import org.gazouillis.security.BrandNotFound;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.CurrentMember;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.tenancy.VisibleBrand;
import org.gazouillis.testrig.World;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ReachForecastsTest {
    private static final LocalDateTime EVENING = LocalDateTime.parse("2026-11-27T18:00");
    private static final long CAMPAIGN = 900;

    private final World world = World.fresh();

    @Test
    void peopleOfTheFirstDayCountOnceAndWhatIsNotKnownYetOrNoPostIsLeftOut() {
        List<Engagement.View> views = new ArrayList<>();
        for (int day = 45; day > 1; day--) {
            StatusId status = published(day);
            views.addAll(seen(status, day, 3, 0));
            views.addAll(seen(status, day, 3, 5));
            views.addAll(seen(status, day, 9, 26));
        }
        world.worker().useTransaction(handle -> EngagementLog.append(handle, views));
        StatusId removed = published(20);
        world.worker()
                .useHandle(sql -> sql.execute(
                        "update status set removed_at = created_at + interval '1 hour' where id = ?", removed.value()));
        published(0);
        world.clock().set(World.START);
        Statuses.post(world, World.NORD_PROFILE);
        new Rollup(world.worker(), world.clock()).run();
        ReachForecast forecast = read(World.ANNA);
        assertThat(forecast.posts()).isEqualTo(44);
        assertThat(forecast.times().getFirst().people())
                .as("three readers and one visitor")
                .isEqualTo(4);
        assertThat(forecast.times().getFirst().usual()).isEqualTo(new ReachForecast.Band(4, 4));
        assertThat(forecast.trackRecord()).isNotNull();
    }

    @Test
    void aBrandIsForecastOnlyForWhoMayAnalyseIt() {
        assertThat(read(World.MARC).posts()).isZero();
        assertThatThrownBy(() -> read(World.RITA)).isInstanceOf(BrandNotFound.class);
    }

    private StatusId published(int daysAgo) {
        world.clock().set(at(daysAgo, 0));
        return Statuses.publish(world, World.ANNA, World.NORD, World.NORD_PROFILE, CAMPAIGN);
    }

    /// By so many readers, and by one visitor whose number is always the same.
    private static List<Engagement.View> seen(StatusId status, int daysAgo, int readers, int hoursLater) {
        Instant at = at(daysAgo, hoursLater);
        return Stream.concat(
                        IntStream.range(0, readers).mapToObj(i -> new Person(100 + i, false)),
                        Stream.of(new Person(1, true)))
                .map(person -> new Engagement.View(status, person, at))
                .toList();
    }

    private static Instant at(int daysAgo, int hoursLater) {
        return World.START.minus(Duration.ofDays(daysAgo)).plus(Duration.ofHours(hoursLater));
    }

    private ReachForecast read(MemberScope member) {
        CurrentMember current = new CurrentMember();
        current.become(member);
        VisibleBrand nord =
                new VisibleBrand(World.NORD, "nord", "Nord", ZoneId.of("Europe/Paris"), "", "fr", List.of());
        return world.as(
                member,
                () -> new ReachForecasts(world.app(), new Permissions(current), world.clock())
                        .read(nord, List.of(EVENING)));
    }
}
