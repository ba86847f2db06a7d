package org.gazouillis.dashboard;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.gazouillis.compose.AccountNotFound;
import org.gazouillis.engage.Engagement;
import org.gazouillis.engage.EngagementLog;
import org.gazouillis.engage.Opened;
import org.gazouillis.engage.Person;
import org.gazouillis.engage.Statuses;
import org.gazouillis.kernel.AccountId;
import org.gazouillis.kernel.StatusId;
import org.gazouillis.rollup.Rollup;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.CurrentMember;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.tenancy.VisibleBrand;
import org.gazouillis.testrig.World;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AudienceReportsTest {
    /// In Paris the clocks went back on 25 October 2026: 02:30 came twice that Sunday.
    private static final Instant FIRST_TIME = Instant.parse("2026-10-25T00:30:00Z");

    private static final Instant SECOND_TIME = Instant.parse("2026-10-25T01:30:00Z");
    private static final Period WEEKEND =
            Period.ofDays(LocalDate.of(2026, 10, 24), LocalDate.of(2026, 10, 25), ZoneId.of("Europe/Paris"));

    private final World world = World.fresh();

    @Test
    void followersGrowByDayAndRareLanguagesAreToldTogether() {
        for (int i = 0; i < 15; i++) {
            follower("reader" + i, i < 10 ? "fr" : i < 13 ? "br" : "eu");
        }
        AudienceReport report = read(World.ANNA, null);
        assertThat(report.people()).isEqualTo(15);
        assertThat(report.languages())
                .containsExactly(new AudienceReport.Language("fr", 10), new AudienceReport.Language(null, 5));
        assertThat(report.growth().buckets()).hasSize(2);
    }

    @Test
    void anHourThatComesTwiceIsOneHourOfTheWeek() {
        StatusId status = Statuses.post(world, World.NORD_PROFILE);
        Person anna = new Person(1, false);
        world.worker()
                .useTransaction(handle -> EngagementLog.append(
                        handle,
                        List.of(
                                new Engagement.View(status, anna, FIRST_TIME),
                                new Engagement.View(status, anna, SECOND_TIME),
                                new Engagement.Opening(status, Opened.DETAIL, anna, SECOND_TIME))));
        new Rollup(world.worker(), world.clock()).run();
        AudienceReport report = read(World.ANNA, null);
        assertThat(report.hours()).hasSize(168);
        assertThat(report.hours().stream().filter(hour -> hour.impressions() > 0))
                .containsExactly(new AudienceReport.Hour(DayOfWeek.SUNDAY, 2, 2, 1));
        assertThat(read(World.ANNA, World.NORD_ACCOUNT).hours()).isEqualTo(report.hours());
    }

    @Test
    void anAccountOfAnotherBrandIsNotFound() {
        assertThatThrownBy(() -> read(World.ANNA, new AccountId(9))).isInstanceOf(AccountNotFound.class);
    }

    private void follower(String handle, String lang) {
        long profile = world.profile(handle).value();
        world.worker().useHandle(sql -> {
            sql.execute("update profile set lang = ? where id = ?", lang, profile);
            sql.execute(
                    "insert into follow (author_id, follower_id, at) values (?, ?, now())",
                    World.NORD_PROFILE.value(),
                    profile);
        });
    }

    private AudienceReport read(MemberScope member, @Nullable AccountId account) {
        CurrentMember current = new CurrentMember();
        current.become(member);
        VisibleBrand nord = new VisibleBrand(
                World.NORD,
                "nord",
                "Nord",
                ZoneId.of("Europe/Paris"),
                "",
                "fr",
                List.of(new VisibleBrand.Account(World.NORD_ACCOUNT, "gazouillis", "nord")));
        return world.as(
                member,
                () -> new AudienceReports(world.app(), new Permissions(current), new SettledDays())
                        .read(nord, account, WEEKEND));
    }
}
