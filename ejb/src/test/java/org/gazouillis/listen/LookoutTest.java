package org.gazouillis.listen;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.gazouillis.kernel.ProfileId;
import org.gazouillis.microblog.ProfileList;
import org.gazouillis.microblog.Speaker;
import org.gazouillis.outbox.OutboxTail;
import org.gazouillis.testrig.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/// From a status that was said to what alerts have seen.
class LookoutTest {
    @TempDir
    private Path folder;

    private Ground ground;
    private Lookout lookout;
    private Listening anna;
    private Listening marc;

    @BeforeEach
    void build() {
        ground = new Ground(folder.resolve("index"));
        lookout = Listening.lookout(ground);
        anna = new Listening(ground, World.ANNA);
        marc = new Listening(ground, World.MARC);
        work(lookout);
    }

    @AfterEach
    void close() {
        lookout.close();
    }

    @Test
    void aWatchedSearchSeesWhatIsSaidFromThenOn() {
        ground.post(World.LUNE_PROFILE, "Un café avant");
        Alert alert = marc.watch(marc.keep("café"));
        long seen = ground.post(World.LUNE_PROFILE, "Un café après");
        ground.post(World.LUNE_PROFILE, "Un thé");
        work(lookout);
        assertThat(marc.seen(alert)).containsExactly(seen);
        assertThat(facts()).containsExactly("AlertMatched 101 502 1 café");
    }

    @Test
    void aSearchThatIsNotWatchedSeesNothing() {
        marc.keep("café");
        ground.post(World.LUNE_PROFILE, "Un café");
        work(lookout);
        assertThat(matches()).isZero();
    }

    @Test
    void eachWatcherSeesWithTheirOwnEyes() {
        SavedSearch shared = anna.keep("Tout", "café", null, "nord");
        Alert ofAnna = anna.watch(shared);
        Alert ofMarc = marc.watch(shared);
        ground.bringIn(World.ANNA, World.LUNE, List.of("Un café de Lune"));
        ground.bringIn(World.ANNA, World.NORD, List.of("Un café de Nord"));
        ground.bringIn(World.RITA, World.RIVAL, List.of("Un café du rival"));
        work(lookout);
        assertThat(anna.seen(ofAnna)).hasSize(2);
        assertThat(marc.seen(ofMarc)).hasSize(1);
        assertThat(matches()).isEqualTo(3);
    }

    @Test
    void whoLosesABrandSeesItNoMoreWhateverTheMemoryHolds() {
        SavedSearch shared = anna.keep("Tout", "café", null, "nord");
        Alert ofMarc = marc.watch(shared);
        work(lookout);
        ground.world.worker().useHandle(handle -> handle.execute("delete from membership where member_id = 502"));
        ground.post(World.LUNE_PROFILE, "Un café");
        work(lookout);
        assertThat(matches()).isZero();
        assertThat(marc.seen(ofMarc)).isEmpty();
    }

    @Test
    void aBrandIsTheOneThatTheWatcherKnowsByThatName() {
        Alert ofAnna = anna.watch(anna.keep("café brand:lune"));
        Alert ofMarc = marc.watch(marc.keep("café brand:lune"));
        ground.bringIn(World.ANNA, World.LUNE, List.of("Un café de Lune"));
        ground.bringIn(World.ANNA, World.NORD, List.of("Un café de Nord"));
        work(lookout);
        assertThat(anna.seen(ofAnna)).hasSize(1);
        assertThat(marc.seen(ofMarc)).as("he sees no such brand").isEmpty();
    }

    @Test
    void aCampaignIsKnownByItsNameFromTheNextReadingOn() {
        Alert alert = anna.watch(anna.keep("campaign:\"fête de l’été\""));
        work(lookout);
        ground.world.worker().useHandle(handle -> handle.execute("""
                        insert into campaign (workspace_id, id, brand_id, name, slug, starts_on, ends_on, created_at)
                        values (?, 900, ?, 'Fête de l’été', 'fete', '2026-06-01', '2026-06-30', now())
                        """, World.AGENCY.value(), World.NORD.value()));
        lookout.close();
        lookout = Listening.lookout(ground);
        ground.bringIn(World.ANNA, World.NORD, List.of("Un mot"));
        ground.world.worker().useHandle(handle -> handle.execute("update imported_status set campaign = 'fete'"));
        work(lookout);
        assertThat(anna.seen(alert)).hasSize(1);
    }

    @Test
    void aWatchedListIsWhoStandsOnItWhenSomethingIsSaid() {
        Speaker speaker = new Speaker(ground.world, World.MARC);
        ProfileList list = speaker.lists("La presse", World.LUNE_PROFILE);
        Alert alert = marc.watch(marc.keep("list:\"la presse\" café"));
        long first = heard(World.LUNE_PROFILE);
        heard(World.RIVAL_PROFILE);
        speaker.puts(list, World.RIVAL_PROFILE);
        long second = heard(World.RIVAL_PROFILE);
        speaker.takesOff(list, World.LUNE_PROFILE);
        heard(World.LUNE_PROFILE);
        speaker.lists(all -> all.rename(list.id(), "Les autres"));
        heard(World.RIVAL_PROFILE);
        speaker.lists(all -> all.rename(list.id(), "La Presse"));
        long third = heard(World.RIVAL_PROFILE);
        speaker.removes(list);
        heard(World.RIVAL_PROFILE);
        assertThat(marc.seen(alert)).containsExactlyInAnyOrder(first, second, third);
    }

    private long heard(ProfileId author) {
        long id = ground.post(author, "Un café");
        work(lookout);
        return id;
    }

    @Test
    void aFileWithThePastIsNoNews() {
        Alert alert = anna.watch(anna.keep("café"));
        ground.world.clock().advance(Duration.ofDays(-2));
        ground.bringIn(World.ANNA, World.NORD, List.of("Un vieux café"));
        ground.world
                .worker()
                .useHandle(handle ->
                        handle.execute("update outbox set at = at + interval '2 days' where kind = 'StatusImported'"));
        work(lookout);
        assertThat(anna.seen(alert)).isEmpty();
    }

    @Test
    void aChangedSearchWatchesForItsNewWords() {
        SavedSearch search = marc.keep("café");
        Alert alert = marc.watch(search);
        marc.searches(all -> all.change(search.id(), new SearchIdea("Thé", "thé", null, SearchOrder.NEWEST, null)));
        ground.post(World.LUNE_PROFILE, "Un café");
        long tea = ground.post(World.LUNE_PROFILE, "Un thé");
        work(lookout);
        assertThat(marc.seen(alert)).containsExactly(tea);
    }

    @Test
    void aRemovedSearchSleepsAndARestoredOneWatchesAgain() {
        SavedSearch search = marc.keep("café");
        Alert alert = marc.watch(search);
        marc.remove(search);
        ground.post(World.LUNE_PROFILE, "Un café");
        work(lookout);
        assertThat(matches()).isZero();
        marc.searches(all -> all.restore(search.id()));
        long seen = ground.post(World.LUNE_PROFILE, "Un autre café");
        work(lookout);
        assertThat(marc.seen(alert)).containsExactly(seen);
    }

    @Test
    void whoWatchesAgainWithinADayHasTheHistoryBack() {
        SavedSearch search = marc.keep("café");
        Alert alert = marc.watch(search);
        long first = ground.post(World.LUNE_PROFILE, "Un café");
        work(lookout);
        marc.alerts(all -> {
            all.remove(alert.id());
            return true;
        });
        ground.post(World.LUNE_PROFILE, "Un café entre-temps");
        work(lookout);
        assertThat(marc.alerts(Alerts::mine)).isEmpty();
        Alert again = marc.watch(search);
        assertThat(again.id()).isEqualTo(alert.id());
        assertThat(marc.seen(again)).containsExactly(first);
    }

    @Test
    void aMutedAlertKeepsItsHistoryAndTellsNobody() {
        Alert alert = marc.watch(marc.keep("café"));
        AlertWish wish = alert.wish();
        marc.alerts(all -> all.change(
                alert.id(),
                new AlertWish(wish.digest(), wish.quiet(), wish.zone(), true, wish.strength(), wish.least())));
        long seen = ground.post(World.LUNE_PROFILE, "Un café");
        work(lookout);
        assertThat(marc.seen(alert)).containsExactly(seen);
        assertThat(facts()).isEmpty();
    }

    @Test
    void whatWasSaidWhileAllNodesWereDownIsSeenOnceAfterwards() {
        Alert alert = marc.watch(marc.keep("café"));
        work(lookout);
        lookout.close();
        long missed = ground.post(World.LUNE_PROFILE, "Un café dans la nuit");
        lookout = Listening.lookout(ground);
        work(lookout);
        assertThat(marc.seen(alert)).containsExactly(missed);
        assertThat(facts()).hasSize(1);
    }

    @Test
    void manyNodesAtOnceSeeEachStatusOnce() throws Exception {
        Alert alert = marc.watch(marc.keep("café"));
        int posts = 250;
        List<Lookout> nodes =
                IntStream.range(0, 4).mapToObj(_ -> Listening.lookout(ground)).toList();
        nodes.forEach(this::work);
        IntStream.range(0, posts).forEach(number -> ground.post(World.LUNE_PROFILE, "Café " + number));
        try (var threads = Executors.newFixedThreadPool(nodes.size())) {
            List<Future<?>> work = nodes.stream()
                    .<Future<?>>map(node ->
                            threads.submit(() -> ground.eventually().until(() -> isIdle(node) && matches() == posts)))
                    .toList();
            for (Future<?> each : work) {
                each.get();
            }
        }
        nodes.forEach(Lookout::close);
        assertThat(matches()).isEqualTo(posts);
        assertThat(count("select sum((payload ->> 'posts')::int) from outbox where kind = 'AlertMatched'"))
                .as("told once each")
                .isEqualTo(posts);
        assertThat(marc.alerts(all -> all.one(alert.id())).seen()).isEqualTo(posts);
    }

    @Test
    void whereManyAreSaidAtOnceItRestsWhileTheyGrowAndThenHearsThemAll() {
        marc.watch(marc.keep("café"));
        work(lookout);
        IntStream.range(0, 130).forEach(number -> ground.post(World.LUNE_PROFILE, "Café " + number));
        assertThat(lookout.round()).as("first those who publish").isGreaterThan(Lookout.PAUSE);
        assertThat(matches()).isZero();
        assertThat(lookout.round()).as("no more came").isZero();
        work(lookout);
        assertThat(matches()).isEqualTo(130);
    }

    @Test
    void aNodeThatKnowsNothingYetBeginsWithWhatIsWatched() {
        marc.watch(marc.keep("café"));
        try (Lookout late = Listening.lookout(ground)) {
            work(late);
            ground.post(World.LUNE_PROFILE, "Un café");
            work(late);
            assertThat(matches()).isEqualTo(1);
        }
    }

    @Test
    void theWatcherSeesItWithoutBeingAsked() {
        Watcher watcher = new Watcher(
                new OutboxTail(ground.world.worker()),
                new StatusDocuments(ground.world.worker()),
                ground.world.worker(),
                ground.world.clock());
        watcher.start(Thread.ofPlatform().daemon().factory());
        marc.watch(marc.keep("café"));
        ground.post(World.LUNE_PROFILE, "Un café");
        ground.eventually().until(() -> matches() == 1);
        watcher.stop();
    }

    /// Facts are read when every transaction that began before them is over: PostgreSQL's own upkeep has some, too.
    private void work(Lookout lookout) {
        ground.eventually()
                .until(() ->
                        count("select count(*) from outbox where xid >= pg_snapshot_xmin(pg_current_snapshot())") == 0);
        boolean more = true;
        while (more) {
            more = !isIdle(lookout);
        }
    }

    private static boolean isIdle(Lookout lookout) {
        return lookout.round().equals(Lookout.PAUSE);
    }

    private long matches() {
        return count("select count(*) from alert_match");
    }

    private long count(String sql) {
        return ground.world
                .worker()
                .withHandle(handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }

    private List<String> facts() {
        return ground.world
                .worker()
                .withHandle(
                        handle -> handle.createQuery("""
                        select kind || ' ' || workspace_id || ' ' || (payload ->> 'watcher') || ' ' || (payload ->> 'posts') || ' '
                               || (payload ->> 'label')
                        from outbox where kind = 'AlertMatched' order by id
                        """).mapTo(String.class).list());
    }
}
