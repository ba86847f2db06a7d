package org.gazouillis.listen;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.ProfileId;
import org.gazouillis.security.BrandNotFound;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.testrig.Entities;
import org.gazouillis.testrig.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TrendsTest {
    @TempDir
    private Path folder;

    private Ground ground;
    private List<ProfileId> people;

    @BeforeEach
    void build() {
        ground = new Ground(folder.resolve("index"));
        ground.world.clock().advance(Duration.ofDays(-9));
        people = IntStream.range(0, 12)
                .mapToObj(number -> ground.world.profile("person" + number))
                .toList();
    }

    @Test
    void whatMorePeopleSayThanUsualTrends() {
        for (int day = 8; day > 1; day--) {
            say("quotidien", 6, World.START.minus(Duration.ofDays(day)).plusSeconds(60));
        }
        Instant today = World.START.minus(Duration.ofHours(3));
        say("quotidien", 6, today);
        say("neige", 5, today);
        say("verglas", 9, today);
        say("rare", 2, today);
        compute();
        assertThat(everywhere("")).containsExactly("verglas 9 0.0", "neige 5 0.0");
        assertThat(everywhere("fr")).containsExactly("verglas 9 0.0", "neige 5 0.0");
        assertThat(everywhere("en")).isEmpty();
        say("quotidien", 12, World.START.minus(Duration.ofHours(1)));
        compute();
        assertThat(everywhere("")).contains("quotidien 12 6.0");
    }

    @Test
    void oneAuthorIsOneHoweverOftenTheySayIt() {
        Instant today = World.START.minus(Duration.ofHours(3));
        at(today);
        for (int i = 0; i < 100; i++) {
            ground.post(people.getFirst(), "Achetez #promo", "promo");
        }
        say("neige", 3, today);
        compute();
        assertThat(everywhere("")).containsExactly("neige 3 0.0");
    }

    @Test
    void aBrandsTrendsAreWhatItSaysAndIsToldAndItsMembersOnlySeeThem() {
        at(World.START.minus(Duration.ofHours(2)));
        for (ProfileId person : people.subList(0, 3)) {
            long id = ground.post(person, "@nord bravo #velo", "velo");
            ground.world
                    .worker()
                    .useHandle(handle -> handle.execute(
                            "insert into mention_status (profile_id, status_id) values (?, ?)",
                            World.NORD_PROFILE.value(),
                            id));
        }
        ground.post(World.NORD_PROFILE, "Merci #velo", "velo");
        say("ailleurs", 5, World.START.minus(Duration.ofHours(2)));
        compute();
        assertThat(ofBrand(World.MARC, World.NORD)).containsExactly("velo 4 0.0");
        assertThat(ofBrand(World.ANNA, World.LUNE)).isEmpty();
        assertThatThrownBy(() -> ofBrand(World.MARC, World.LUNE)).isInstanceOf(BrandNotFound.class);
    }

    @Test
    void whatWasRemovedTrendsNoMore() {
        Instant today = World.START.minus(Duration.ofHours(3));
        say("neige", 3, today);
        ground.world.worker().useHandle(handle -> handle.execute("update status set removed_at = now()"));
        compute();
        assertThat(everywhere("")).isEmpty();
    }

    private void say(String tag, int authors, Instant when) {
        at(when);
        people.subList(0, authors).forEach(person -> ground.post(person, "Un mot #" + tag, tag));
    }

    private void at(Instant when) {
        Instant now = ground.world.clock().instant();
        ground.world.clock().advance(Duration.between(now, when));
    }

    private void compute() {
        at(World.START);
        new TrendRound(ground.world.worker(), ground.world.clock()).run();
    }

    private List<String> everywhere(String lang) {
        return ground.world.as(World.MARC, () -> trends(World.MARC).everywhere(lang)).stream()
                .map(TrendsTest::text)
                .toList();
    }

    private List<String> ofBrand(MemberScope member, BrandId brand) {
        return ground.world.as(member, () -> trends(member).of(brand)).stream()
                .map(TrendsTest::text)
                .toList();
    }

    private Trends trends(MemberScope member) {
        return new Trends(ground.world.app(), new Permissions(Entities.current(member)));
    }

    private static String text(Trend trend) {
        return trend.tag() + " " + trend.authors() + " " + trend.usual();
    }
}
