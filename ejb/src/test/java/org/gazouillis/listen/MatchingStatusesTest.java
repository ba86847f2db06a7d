package org.gazouillis.listen;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.gazouillis.dashboard.Axis;
import org.gazouillis.dashboard.Period;
import org.gazouillis.dashboard.Pivot;
import org.gazouillis.dashboard.PivotOrder;
import org.gazouillis.dashboard.PivotQuestion;
import org.gazouillis.dashboard.Pivots;
import org.gazouillis.engage.Engagement;
import org.gazouillis.engage.EngagementLog;
import org.gazouillis.engage.Person;
import org.gazouillis.kernel.StatusId;
import org.gazouillis.rollup.Measure;
import org.gazouillis.rollup.Rollup;
import org.gazouillis.rollup.Window;
import org.gazouillis.security.BrandNotFound;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.CurrentMember;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.tenancy.VisibleBrand;
import org.gazouillis.tenancy.VisibleBrands;
import org.gazouillis.testrig.Entities;
import org.gazouillis.testrig.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MatchingStatusesTest {
    @TempDir
    private Path folder;

    private Ground ground;
    private StatusIndexer indexer;
    private long coffee;
    private long tea;
    private long ofLune;

    @BeforeEach
    void fill() {
        ground = new Ground(folder.resolve("index"));
        coffee = ground.post(World.NORD_PROFILE, "Un café", "ete");
        tea = ground.post(World.NORD_PROFILE, "Un thé", "ete");
        ofLune = ground.post(World.LUNE_PROFILE, "Un café");
        indexer = ground.start();
        ground.eventually()
                .until(() -> ground.complete() && ground.search(World.ANNA, "").total() == 3);
    }

    @AfterEach
    void close() {
        ground.close();
    }

    @Test
    void allIdsOfTheBrandAreFoundAndNoQueryWidensThatAndMoreThanWereAskedForIsSaid() {
        assertThat(find(World.ANNA, "", "nord", 10).ids()).containsExactlyInAnyOrder(coffee, tea);
        assertThat(find(World.ANNA, "café OR brand:lune", "nord", 10).ids()).containsExactly(coffee);
        assertThat(find(World.ANNA, "café", "lune", 10).ids()).containsExactly(ofLune);
        assertThatThrownBy(() -> find(World.MARC, "café", "lune", 10)).isInstanceOf(BrandNotFound.class);
        assertThatThrownBy(() -> find(World.ANNA, "\"café", "nord", 10)).isInstanceOf(QueryNotUnderstood.class);
        assertThat(find(World.ANNA, "", "nord", 2).more()).isFalse();
        assertThat(find(World.ANNA, "", "nord", 1).more()).isTrue();
    }

    @Test
    void aPivotCountsOnlyWhatTheQueryFinds() {
        append(coffee, 1);
        append(coffee, 2);
        append(tea, 1);
        new Rollup(ground.world.worker(), ground.world.clock()).run();
        assertThat(views("")).containsExactly("ete 3");
        assertThat(views("café")).containsExactly("ete 2");
        assertThat(views("vélo")).isEmpty();
    }

    private List<String> views(String query) {
        CurrentMember current = Entities.current(World.ANNA);
        VisibleBrand nord = ground.world.as(
                World.ANNA,
                () -> new VisibleBrands(ground.world.app(), current)
                        .find("nord")
                        .orElseThrow());
        Instant now = ground.world.clock().instant();
        PivotQuestion question = new PivotQuestion(
                List.of(new PivotQuestion.Slice(nord, Period.lastDays(7, nord.zone(), now))),
                Axis.HASHTAG,
                null,
                Window.ACTIVITY,
                List.of(Measure.IMPRESSIONS),
                query,
                Map.of(),
                PivotOrder.NATURAL,
                10);
        Pivot pivot = new Pivots(
                        ground.world.app(),
                        new Permissions(current),
                        new MatchingStatuses(indexer, ground.asker(current)),
                        ground.transactions(current))
                .read(question);
        return pivot.rows().stream()
                .map(line -> line.head().key() + " " + line.total().tally().views())
                .toList();
    }

    private void append(long status, int person) {
        Instant before = ground.world.clock().instant().minusSeconds(60);
        ground.world
                .worker()
                .useTransaction(handle -> EngagementLog.append(
                        handle, List.of(new Engagement.View(new StatusId(status), new Person(person, false), before))));
    }

    private MatchingStatuses.Found find(MemberScope member, String query, String brand, int most) {
        CurrentMember current = Entities.current(member);
        return new MatchingStatuses(indexer, ground.asker(current)).of(query, brand, most);
    }
}
