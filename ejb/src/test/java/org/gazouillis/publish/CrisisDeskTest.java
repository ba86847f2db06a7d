package org.gazouillis.publish;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gazouillis.compose.Details;
import org.gazouillis.compose.DueTime;
import org.gazouillis.compose.Plan;
import org.gazouillis.compose.PostOrder;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.CampaignId;
import org.gazouillis.kernel.FenceId;
import org.gazouillis.kernel.TimeOrderedIds;
import org.gazouillis.network.PollTerms;
import org.gazouillis.security.BrandNotFound;
import org.gazouillis.security.PermissionDenied;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.tenancy.Role;
import org.gazouillis.testrig.Brake;
import org.gazouillis.testrig.Pen;
import org.gazouillis.testrig.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

class CrisisDeskTest {
    private World world;
    private Pen marc;
    private Brake anna;
    private Publisher publisher;

    @BeforeEach
    void build() {
        world = World.fresh();
        marc = new Pen(world, World.MARC);
        anna = new Brake(world, World.ANNA);
        publisher = new Publisher(world.worker(), world.ids());
        world.worker().useHandle(handle -> {
            handle.execute("insert into membership (workspace_id, member_id, brand_id, role)"
                    + " values (101, 501, null, 'OWNER')");
            handle.execute(
                    "insert into campaign (workspace_id, id, brand_id, name, slug, starts_on, ends_on, created_at)"
                            + " values (101, 901, 201, 'Spring', 'spring', '2026-01-01', '2027-01-01', now())");
        });
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "201, -, -, -, HELD", "-, -, -, -, HELD", "202, -, -, -, PUBLISHED",
                "201, 901, -, -, PUBLISHED", "201, -, SOLDES, -, HELD", "-, -, #soldes, -, HELD",
                "201, -, été, -, PUBLISHED", "201, -, -, gazouillis, HELD", "-, -, -, mastodon, PUBLISHED",
                "201, -, soldes, mastodon, PUBLISHED"
            })
    void aStopHoldsWhatAllItsPartsCover(Long brand, Long campaign, String keyword, String network, String expected) {
        marc.nord("Les grandes #Soldés d’hiver", Plan.NOW);
        anna.desk(desk -> desk.raise(new StopWish(
                brand == null ? null : new BrandId(brand),
                campaign == null ? null : new CampaignId(campaign),
                keyword,
                network,
                "")));
        publisher.publishDue();
        assertThat(strings("select state || coalesce(' ' || failure, '') from post"))
                .containsExactly(expected.equals("HELD") ? "HELD fence" : expected);
    }

    @Test
    void aKeywordStopHoldsAPostWhosePollOffersTheWord() {
        PollTerms poll = new PollTerms(List.of("La \"Gare\"", "Le port"), false, false, Duration.ofDays(1));
        PostOrder order = new PostOrder(World.NORD, "Où ?", null, List.of(), null, Plan.NOW, Details.NONE.asking(poll));
        marc.ask(composer -> composer.write(order, null));
        anna.desk(desk -> desk.raise(new StopWish(World.NORD, null, "gare", null, "Accident")));
        publisher.publishDue();
        assertThat(strings("select state || ' ' || failure from post")).containsExactly("HELD fence");
        assertThat(strings("select count(*) from poll")).containsExactly("0");
    }

    @Test
    void pressingIsWrittenDownAndAnnouncedAndTwiceIsOnce() {
        StopWish wish = new StopWish(World.NORD, null, "gare", null, "Accident");
        FenceId stop = anna.desk(desk -> desk.raise(wish));
        assertThat(anna.<FenceId>desk(desk -> desk.raise(wish))).isEqualTo(stop);
        assertThat(strings("select action || ' ' || (detail ->> 'reason') from audit_entry"))
                .containsExactly("fence.raised Accident");
        assertThat(strings("select kind || ' ' || subject || ' ' || (payload ->> 'keyword') from outbox"))
                .containsExactly("FenceRaised " + stop + " gare");
        anna.tell(desk -> desk.release(stop));
        anna.tell(desk -> desk.release(stop));
        assertThat(strings("select kind from outbox order by id")).containsExactly("FenceRaised", "FenceReleased");
        CrisisStop read = anna.stops(stops -> stops.one(stop));
        assertThat(read.isStanding()).isFalse();
        assertThat(read.timeToStop()).isPositive();
        assertThat(anna.<List<CrisisStop>>stops(CrisisStops::standing)).isEmpty();
        assertThat(anna.<List<CrisisStop>>stops(stops -> stops.newest(10))).containsExactly(read);
    }

    @Test
    void onlyThoseWhoMayStop() {
        Brake author = new Brake(world, World.MARC);
        assertThatThrownBy(() -> author.tell(desk -> desk.raise(StopWish.ofBrand(World.NORD))))
                .isInstanceOf(PermissionDenied.class);
        assertThatThrownBy(() -> author.tell(desk -> desk.raise(StopWish.ofBrand(World.LUNE))))
                .isInstanceOf(BrandNotFound.class);
        Brake manager = new Brake(world, as(World.MARC, World.NORD, Role.MANAGER));
        FenceId stop = manager.desk(desk -> desk.raise(StopWish.ofBrand(World.NORD)));
        assertThatThrownBy(() -> manager.tell(desk -> desk.raise(StopWish.ofWorkspace())))
                .isInstanceOf(PermissionDenied.class);
        assertThatThrownBy(() -> author.tell(desk -> desk.release(stop))).isInstanceOf(PermissionDenied.class);
        Brake rita = new Brake(world, World.RITA);
        assertThatThrownBy(() -> rita.tell(desk -> desk.release(stop))).isInstanceOf(StopNotFound.class);
        assertThat(rita.<List<CrisisStop>>stops(stops -> stops.newest(10))).isEmpty();
        assertThat(author.<List<CrisisStop>>stops(CrisisStops::standing)).hasSize(1);
        assertThat(manager.<Boolean>desk(desk -> desk.may(null))).isFalse();
        assertThat(anna.<Boolean>desk(desk -> desk.may(null))).isTrue();
    }

    @Test
    void theFiguresTellWhatIsHeldWhatIsComingAndWhatHadLeft() {
        marc.nord("Already out", Plan.NOW);
        publisher.publishDue();
        marc.nord("Due", Plan.NOW);
        marc.nord("In an hour", Plan.at(in(Duration.ofHours(1))));
        marc.nord("Next month", Plan.at(in(Duration.ofDays(30))));
        FenceId stop = anna.desk(desk -> desk.raise(StopWish.ofBrand(World.NORD)));
        publisher.publishDue();
        assertThat(anna.<StopFigures>stops(stops -> stops.figures(stop, 15))).isEqualTo(new StopFigures(1, 1, 2, 1, 0));
        assertThat(anna.<List<LeftPost>>stops(stops -> stops.left(stop, 15)))
                .singleElement()
                .satisfies(left -> {
                    assertThat(left.text()).isEqualTo("Already out");
                    assertThat(left.status()).isNotNull();
                });
        world.worker()
                .useHandle(handle -> handle.execute("update post set published_at = published_at - interval '1 hour'"));
        assertThat(anna.<StopFigures>stops(stops -> stops.figures(stop, 15)).left())
                .isZero();
        assertThat(anna.<StopFigures>stops(stops -> stops.figures(stop, 90)).left())
                .isEqualTo(1);
    }

    /// The small edition of fault F22: four publishers at work, posts becoming due all the time, and somebody
    /// presses. From the moment the press has returned nothing of the brand leaves, while the other brand goes on.
    @RepeatedTest(2)
    void nothingLeavesAfterTheStopIsCommitted() throws Exception {
        plan(World.NORD, World.NORD_ACCOUNT.value(), 3_000);
        plan(World.LUNE, World.LUNE_ACCOUNT.value(), 3_000);
        AtomicBoolean enough = new AtomicBoolean();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> publishers = new ArrayList<>();
            for (int node = 2; node < 6; node++) {
                Publisher one = new Publisher(world.worker(), new TimeOrderedIds(world.clock(), node));
                publishers.add(threads.submit(() -> {
                    while (!enough.get()) {
                        one.publishBatch(Publisher.BATCH);
                    }
                }));
            }
            await().atMost(Duration.ofSeconds(60)).until(() -> out(World.NORD) > 200);
            FenceId stop = anna.desk(desk -> desk.raise(StopWish.ofBrand(World.NORD)));
            long atOnce = out(World.NORD);
            plan(World.NORD, World.NORD_ACCOUNT.value(), 1_000);
            await().atMost(Duration.ofSeconds(60)).until(() -> out(World.LUNE) == 3_000);
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> strings("select id::text from post where state = 'SCHEDULED'")
                            .isEmpty());
            enough.set(true);
            for (Future<?> each : publishers) {
                each.get();
            }
            assertThat(out(World.NORD)).isEqualTo(atOnce);
            assertThat(strings("select count(*)::text from post p join fence f on f.id = " + stop
                            + " where p.brand_id = 201 and p.published_at > f.raised_at"))
                    .containsExactly("0");
            assertThat(strings(
                            "select state || ' ' || count(*) from post where brand_id = 201 group by state order by 1"))
                    .containsExactly("HELD " + (4_000 - atOnce), "PUBLISHED " + atOnce);
        }
    }

    private long out(BrandId brand) {
        return world.worker()
                .withHandle(handle -> handle.createQuery("select count(*) from publication where brand_id = :brand")
                        .bind("brand", brand)
                        .mapTo(Long.class)
                        .one());
    }

    /// Posts that become due one after the other within six seconds.
    private void plan(BrandId brand, long account, int count) {
        world.worker()
                .useHandle(handle -> handle.createUpdate("""
                        insert into post (workspace_id, id, brand_id, author_id, account_ids, text, lang, state, due_at,
                                          local_at, zone, content_hash, created_at, updated_at)
                        select 101, id_plus(:first, n), :brand, 501, array[:account], 'News ' || n, 'en', 'SCHEDULED',
                               now() + n * interval '6 seconds' / :count, now(), 'Europe/Paris', sha256(n::text::bytea),
                               now(), now()
                        from generate_series(0, :count - 1) n
                        """)
                        .bind("first", world.ids().reserve(count))
                        .bind("brand", brand)
                        .bind("account", account)
                        .bind("count", count)
                        .execute());
    }

    private static MemberScope as(MemberScope member, BrandId brand, Role role) {
        return new MemberScope(
                member.workspace(),
                member.member(),
                member.profile(),
                member.email(),
                Map.of(brand, EnumSet.of(role)),
                Set.of("read", "write"));
    }

    private DueTime in(Duration ahead) {
        Instant now = world.worker()
                .withHandle(handle ->
                        handle.createQuery("select now()").mapTo(Instant.class).one());
        return DueTime.exactly(now.plus(ahead), ZoneId.of("Europe/Paris"));
    }

    private List<String> strings(String sql) {
        return world.worker()
                .withHandle(
                        handle -> handle.createQuery(sql).mapTo(String.class).list());
    }
}
