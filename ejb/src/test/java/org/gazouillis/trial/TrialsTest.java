package org.gazouillis.trial;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Predicate;
import org.gazouillis.audit.AuditTrail;
import org.gazouillis.compose.Check;
import org.gazouillis.compose.Details;
import org.gazouillis.compose.Plan;
import org.gazouillis.compose.PostChange;
import org.gazouillis.compose.PostNotEditable;
import org.gazouillis.compose.PostNotFound;
import org.gazouillis.compose.PostOrder;
import org.gazouillis.compose.PostRefused;
import org.gazouillis.compose.TrialMeasure;
import org.gazouillis.compose.TrialTerms;
import org.gazouillis.compose.TrialWish;
import org.gazouillis.engage.Browser;
import org.gazouillis.engage.Engagement;
import org.gazouillis.engage.EngagementLog;
import org.gazouillis.engage.Opened;
import org.gazouillis.engage.Person;
import org.gazouillis.engage.Report;
import org.gazouillis.engage.Reporting;
import org.gazouillis.engage.Viewer;
import org.gazouillis.kernel.PostId;
import org.gazouillis.kernel.ProfileId;
import org.gazouillis.kernel.StatusId;
import org.gazouillis.microblog.CurrentReader;
import org.gazouillis.microblog.ReaderKey;
import org.gazouillis.microblog.SecondText;
import org.gazouillis.publish.Publisher;
import org.gazouillis.publish.StopWish;
import org.gazouillis.security.PermissionDenied;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.CurrentMember;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.tenancy.Role;
import org.gazouillis.testrig.Brake;
import org.gazouillis.testrig.Entities;
import org.gazouillis.testrig.Pen;
import org.gazouillis.testrig.World;
import org.gazouillis.timeline.StatusView;
import org.gazouillis.timeline.ThreadReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TrialsTest {
    private static final String A = "Trois vélos neufs #velo @anna";
    private static final String B = "Venez voir nos trois vélos #lille @marc";
    private static final Browser BROWSER = new Browser("Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0", null);

    private World world;
    private Pen marc;
    private Publisher publisher;
    private Reporting pages;

    @BeforeEach
    void build() {
        world = World.fresh();
        marc = new Pen(world, World.MARC);
        publisher = new Publisher(world.worker(), world.ids());
        pages = new Reporting(world);
    }

    @AfterEach
    void close() {
        pages.close();
    }

    @Test
    void eachReaderSeesTheTextThatIsForThemAtEverySightAndNobodyInParticularTheFirst() {
        StatusId status = published(out(TrialTerms.USUAL));
        SecondText trial = second(status);
        List<ReaderKey> readers = new ArrayList<>();
        for (int n = 0; n < 40; n++) {
            readers.add(ReaderKey.visitor("cookie" + n));
        }
        readers.add(ReaderKey.member(World.RITA_PROFILE));
        for (ReaderKey reader : readers) {
            StatusView seen = seen(status, reader);
            assertThat(seen.text()).isEqualTo(trial.isFor(reader) ? B : A);
            assertThat(seen.hashtags()).containsExactly(trial.isFor(reader) ? "lille" : "velo");
            assertThat(seen.mentions())
                    .extracting(mention -> mention.handle())
                    .containsExactly(trial.isFor(reader) ? "marc" : "anna");
            assertThat(seen(status, reader)).isEqualTo(seen);
        }
        assertThat(readers).extracting(trial::isFor).contains(true, false);
        assertThat(seen(status, ReaderKey.NOBODY).text()).isEqualTo(A);
    }

    @Test
    void aboutTheWantedShareSeesTheSecondText() {
        SecondText trial = second(published(out(new TrialTerms(0.2, TrialMeasure.ANY, 0.02, 14))));
        long second = readers(4_000).stream().filter(trial::isFor).count();
        // Five deviations around 800.
        assertThat(second).isBetween(670L, 930L);
    }

    @Test
    void aPostWithoutASecondTextIsNotTried() {
        PostId post = marc.nord("Plain", Plan.NOW);
        publisher.publish(post);
        assertThat(strings("select count(*) from trial union all select count(*) from status_variant"))
                .containsExactly("0", "0");
        assertThatThrownBy(() -> desk(World.ANNA, desk -> desk.read(post))).isInstanceOf(TrialNotFound.class);
    }

    @Test
    void aSecondTextIsHeldToTheRulesOfTheFirst() {
        assertThat(refused("x".repeat(141), TrialTerms.USUAL)).containsExactly(Check.Code.TOO_LONG);
        assertThat(refused(A, TrialTerms.USUAL)).containsExactly(Check.Code.TRIAL_SAME);
        assertThat(refused(B, new TrialTerms(0.99, TrialMeasure.ANY, 0.02, 14)))
                .containsExactly(Check.Code.TRIAL_TERMS);
        world.profile("nord_too");
        world.worker()
                .useHandle(handle -> handle.execute("insert into social_account (workspace_id, id, brand_id, network,"
                        + " handle, profile_id, created_at) select 101, 404, 201, 'gazouillis', 'nord_too', id, now()"
                        + " from profile where handle = 'nord_too'"));
        assertThat(refused(B, TrialTerms.USUAL)).containsExactly(Check.Code.TRIAL_ACCOUNT);
    }

    @Test
    void beforeThePostIsOutTheTrialIsChangedAndTakenBackAndAfterwardsNotAnyMore() {
        PostId post = write(B, TrialTerms.USUAL, Plan.LATER);
        assertThat(desk(World.ANNA, desk -> desk.read(post)).state()).isEqualTo(TrialSheet.State.PLANNED);
        TrialTerms others = new TrialTerms(0.3, TrialMeasure.OPENING, 0.05, 7);
        change(post, new TrialWish("Autrement", others));
        TrialSheet changed = desk(World.ANNA, desk -> desk.read(post));
        assertThat(changed.facts().text()).isEqualTo("Autrement");
        assertThat(changed.terms()).isEqualTo(others);
        marc.tell(composer -> composer.change(post, PostChange.reword("Un autre premier texte")));
        assertThat(desk(World.ANNA, desk -> desk.read(post)).facts().text()).isEqualTo("Autrement");
        change(post, TrialWish.NONE);
        assertThatThrownBy(() -> desk(World.ANNA, desk -> desk.read(post))).isInstanceOf(TrialNotFound.class);
        PostId running = out(TrialTerms.USUAL);
        assertThatThrownBy(() -> change(running, TrialWish.NONE)).isInstanceOf(PostNotEditable.class);
    }

    @ParameterizedTest
    @EnumSource
    void peopleAreCountedAsAPlainReadingOfTheirDeedsCountsThem(TrialMeasure measure) {
        StatusId status = published(out(new TrialTerms(0.4, measure, 0.02, 14)));
        SecondText trial = second(status);
        Random chance = new Random(7);
        List<Deed> deeds = new ArrayList<>();
        List<Reader> readers = new ArrayList<>();
        for (int n = 0; n < 90; n++) {
            Reader reader = n % 2 == 0 ? Reader.member(member()) : Reader.visitor(n, n % 5 == 0);
            readers.add(reader);
            for (int sight = chance.nextInt(3); sight > 0; sight--) {
                deeds.add(new Deed(reader, "VIEW", Duration.ofMinutes(chance.nextInt(200))));
            }
            if (chance.nextBoolean()) {
                String kind = reader.isMember() && chance.nextBoolean() ? "LIKE" : "DETAIL_EXPAND";
                deeds.add(new Deed(reader, kind, Duration.ofMinutes(chance.nextInt(240))));
            }
        }
        deeds.sort(Comparator.comparing(Deed::after));
        Instant start = world.clock().instant();
        deeds.forEach(deed -> happen(deed, status, start));
        Duration now = Duration.ofMinutes(190);
        world.clock().set(start.plus(now));
        round().run();
        ArmCounts counts = of(World.ANNA, status).orElseThrow().counts();
        assertThat(counts).isEqualTo(plainly(readers, deeds, measure, trial, now));
        assertThat(Math.min(counts.peopleA(), counts.peopleB())).isPositive();
        assertThat(counts.actedA() + counts.actedB()).isPositive();
    }

    @Test
    void whenTheSecondTextDoesBetterTheStatusSaysItForGood() {
        PostId post = out(TrialTerms.USUAL);
        StatusId status = published(post);
        crowd(status, 900, 20, 3);
        round().run();
        assertThat(desk(World.ANNA, desk -> desk.read(post)).counts()).isEqualTo(ArmCounts.NONE);
        world.clock().advance(Duration.ofHours(2));
        round().run();
        TrialSheet sheet = desk(World.ANNA, desk -> desk.read(post));
        assertThat(sheet.facts().ground()).isEqualTo(Ground.BETTER);
        assertThat(sheet.facts().kept()).isEqualTo(Kept.B);
        assertThat(sheet.facts().firstText()).isEqualTo(A);
        assertThat(seen(status, ReaderKey.NOBODY).text()).isEqualTo(B);
        assertThat(strings("select text || hashtags::text || mentions::text from status"))
                .containsExactly(B + "{lille}{marc}");
        assertThat(strings("select tag from hashtag_status")).containsExactly("lille");
        assertThat(strings("select p.handle from mention_status m join profile p on p.id = m.profile_id"))
                .containsExactly("marc");
        assertThat(strings("select subject from outbox where kind = 'StatusReworded'"))
                .containsExactly(status.toString());
        assertThat(strings("select (detail ->> 'kept') || (detail ->> 'ground') from audit_entry"
                        + " where action = 'trial.ended'"))
                .containsExactly("BBETTER");
        round().run();
        assertThat(strings("select count(*) from audit_entry where action = 'trial.ended'"))
                .containsExactly("1");
    }

    @Test
    void whenTheSecondTextDoesHarmOrTheDaysAreOverTheFirstStays() {
        StatusId harmed = published(out(TrialTerms.USUAL));
        crowd(harmed, 900, 3, 20);
        world.clock().advance(Duration.ofHours(2));
        round().run();
        StatusId undecided = published(out(new TrialTerms(0.5, TrialMeasure.ANY, 0.02, 3)));
        world.clock().advance(Duration.ofDays(3).minusHours(1));
        round().run();
        assertThat(ends()).containsExactly("A WORSE", "-");
        world.clock().advance(Duration.ofHours(2));
        round().run();
        assertThat(ends()).containsExactly("A WORSE", "A TIME");
        assertThat(seen(harmed, anyOf(harmed)).text()).isEqualTo(A);
        assertThat(seen(undecided, anyOf(undecided)).text()).isEqualTo(A);
    }

    @Test
    void whoPublishesForTheBrandEndsItByHandAndNobodyElse() {
        PostId post = out(TrialTerms.USUAL);
        StatusId status = published(post);
        assertThatThrownBy(() -> desk(World.RITA, desk -> desk.end(post, Kept.B)))
                .isInstanceOf(PostNotFound.class);
        MemberScope analyst = as(Role.ANALYST);
        assertThat(desk(analyst, desk -> desk.read(post)).state()).isEqualTo(TrialSheet.State.RUNNING);
        assertThatThrownBy(() -> desk(analyst, desk -> desk.end(post, Kept.B))).isInstanceOf(PermissionDenied.class);
        assertThat(of(World.RITA, status)).isEmpty();
        TrialSheet ended = desk(World.MARC, desk -> desk.end(post, Kept.B));
        assertThat(ended.facts().ground()).isEqualTo(Ground.HAND);
        assertThat(ended.facts().endedBy()).isEqualTo("marc@test.example");
        assertThat(seen(status, ReaderKey.NOBODY).text()).isEqualTo(B);
        assertThatThrownBy(() -> desk(World.MARC, desk -> desk.end(post, Kept.A)))
                .isInstanceOf(TrialNotRunning.class);
    }

    @Test
    void aCrisisStopThatCoversThePostEndsItsTrialWithTheFirstText() {
        StatusId status = published(out(TrialTerms.USUAL));
        Brake anna = new Brake(world, World.ANNA);
        anna.desk(desk -> desk.raise(new StopWish(World.NORD, null, "braderie", null, "")));
        assertThat(ends()).containsExactly("-");
        // A word of the second text alone.
        anna.desk(desk -> desk.raise(new StopWish(World.NORD, null, "lille", null, "")));
        assertThat(ends()).containsExactly("A STOP");
        assertThat(seen(status, anyOf(status)).text()).isEqualTo(A);
    }

    @Test
    void whatIsTakenAwayIsNotTriedAnyMore() {
        StatusId status = published(out(TrialTerms.USUAL));
        world.worker()
                .useHandle(
                        handle -> handle.execute("update status set removed_at = now() where id = ?", status.value()));
        round().run();
        assertThat(ends()).containsExactly("A REMOVED");
    }

    @Test
    void theDatabaseAndJavaChooseAlike() {
        SecondText trial = second(published(out(TrialTerms.USUAL)));
        List<ReaderKey> readers = readers(500);
        List<Boolean> chosen = world.worker()
                .withHandle(handle -> handle.createQuery("""
                        select shows_second(:key, :share, r.name) from unnest(:readers) with ordinality as r (name, n)
                        order by r.n
                        """)
                        .bind("key", trial.key())
                        .bind("share", trial.share())
                        .bind("readers", readers.stream().map(ReaderKey::name).toArray(String[]::new))
                        .mapTo(Boolean.class)
                        .list());
        assertThat(chosen).isEqualTo(readers.stream().map(trial::isFor).toList());
    }

    @Test
    void thePlannerSaysHowManyPeopleItTakesAndThatABrandDoesNotReachThem() {
        TrialPlanner planner =
                new TrialPlanner(world.app(), new Permissions(Entities.current(World.ANNA)), world.clock());
        world.clock().set(now());
        TrialOutlook unknown = world.as(World.ANNA, () -> planner.outlook(World.NORD, TrialTerms.USUAL));
        assertThat(unknown.rate()).isNull();
        for (int n = 0; n < 6; n++) {
            measured(n, 400, 20);
        }
        TrialOutlook outlook = world.as(World.ANNA, () -> planner.outlook(World.NORD, TrialTerms.USUAL));
        assertThat(outlook).isEqualTo(new TrialOutlook(6, 0.05, 8_579L, 400L, null));
        TrialTerms large = new TrialTerms(0.5, TrialMeasure.INTERACTION, 0.3, 14);
        TrialOutlook soon = world.as(World.ANNA, () -> planner.outlook(World.NORD, large));
        assertThat(soon.people()).isLessThanOrEqualTo(400L);
        assertThat(soon.days()).isEqualTo(2);
    }

    private record Reader(ReaderKey key, Person member, Viewer viewer) {
        static Reader member(Map.Entry<ProfileId, Person> member) {
            return new Reader(ReaderKey.member(member.getKey()), member.getValue(), new Viewer.Reader(member.getKey()));
        }

        static Reader visitor(int number, boolean fresh) {
            return new Reader(
                    ReaderKey.visitor("cookie" + number),
                    new Person(0, true),
                    new Viewer.Visitor("cookie" + number, fresh));
        }

        boolean isMember() {
            return !member.anonymous();
        }

        boolean isKnown() {
            return isMember() || !(viewer instanceof Viewer.Visitor visitor && visitor.fresh());
        }
    }

    private record Deed(Reader by, String kind, Duration after) {}

    private void happen(Deed deed, StatusId status, Instant start) {
        Instant at = start.plus(deed.after());
        world.clock().set(at);
        switch (deed.kind()) {
            case "VIEW" -> pages.report(deed.by().viewer(), BROWSER, Report.seen(status, at));
            case "DETAIL_EXPAND" -> pages.report(deed.by().viewer(), BROWSER, Report.opened(status, Opened.DETAIL, at));
            default -> append(List.of(new Engagement.Like(status, deed.by().member(), at)));
        }
    }

    private static ArmCounts plainly(
            List<Reader> readers, List<Deed> deeds, TrialMeasure measure, SecondText trial, Duration now) {
        long[] counts = new long[4];
        for (Reader reader : readers) {
            Predicate<Deed> own = deed -> deed.by().equals(reader);
            Duration first = deeds.stream()
                    .filter(own.and(deed -> deed.kind().equals("VIEW")))
                    .map(Deed::after)
                    .min(Comparator.naturalOrder())
                    .orElse(now);
            if (reader.isKnown() && first.compareTo(now.minusHours(1)) <= 0) {
                int arm = trial.isFor(reader.key()) ? 2 : 0;
                counts[arm]++;
                if (deeds.stream()
                        .anyMatch(own.and(deed -> measure.kinds().contains(deed.kind())
                                && deed.after().compareTo(first.plusHours(1)) < 0))) {
                    counts[arm + 1]++;
                }
            }
        }
        return new ArmCounts(counts[0], counts[1], counts[2], counts[3]);
    }

    /// Members who all see it now; of those of each text one in so many likes it.
    private void crowd(StatusId status, int people, int oneInA, int oneInB) {
        SecondText trial = second(status);
        Map<ProfileId, Person> members = members(people);
        List<Engagement> facts = new ArrayList<>();
        int[] n = new int[2];
        members.forEach((profile, person) -> {
            boolean second = trial.isFor(ReaderKey.member(profile));
            facts.add(new Engagement.View(status, person, world.clock().instant()));
            if (n[second ? 1 : 0]++ % (second ? oneInB : oneInA) == 0) {
                facts.add(new Engagement.Like(
                        status, person, world.clock().instant().plusSeconds(9)));
            }
        });
        append(facts);
    }

    private void append(List<Engagement> facts) {
        world.worker().useTransaction(handle -> EngagementLog.append(handle, facts));
    }

    private Map<ProfileId, Person> members(int number) {
        Map<ProfileId, Person> members = new HashMap<>();
        long first = world.ids().reserve(number);
        world.worker()
                .useHandle(handle -> handle.createQuery("""
                        insert into profile (id, handle, name, created_at, active_at)
                        select :first + n, 'p' || (:first + n), 'P', now(), now() from generate_series(0, :number - 1) n
                        returning id, person_no
                        """)
                        .bind("first", first)
                        .bind("number", number)
                        .map((row, context) ->
                                members.put(new ProfileId(row.getLong(1)), new Person(row.getInt(2), false)))
                        .list());
        return members;
    }

    private Map.Entry<ProfileId, Person> member() {
        return members(1).entrySet().iterator().next();
    }

    private static List<ReaderKey> readers(int number) {
        List<ReaderKey> readers = new ArrayList<>();
        for (int n = 0; n < number; n++) {
            readers.add(n % 2 == 0 ? ReaderKey.visitor("é" + n) : ReaderKey.member(new ProfileId(1_000L + n)));
        }
        return readers;
    }

    /// Somebody whom the second text would be for, were it still tried.
    private ReaderKey anyOf(StatusId status) {
        SecondText trial = world.worker()
                .withHandle(handle -> handle.createQuery("select key, share from trial where status_id = :status")
                        .bind("status", status)
                        .map((row, context) -> new SecondText(row.getBytes(1), row.getDouble(2)))
                        .one());
        return readers(200).stream().filter(trial::isFor).findFirst().orElseThrow();
    }

    /// A post from three days ago with its figures; most of its views came on the first day, some on the second.
    private void measured(int number, int reach, int likes) {
        Instant at = now().minus(Duration.ofDays(3 + number));
        long id = org.gazouillis.kernel.TimeOrderedIds.floor(at) + 1;
        world.worker().useHandle(handle -> {
            handle.execute(
                    "insert into status (id, profile_id, text, lang, created_at, conversation_id, publication_id)"
                            + " values (?, 301, 'x', 'fr', ?, ?, ?)",
                    id,
                    at,
                    id,
                    id);
            handle.execute(
                    "insert into status_total (workspace_id, brand_id, status_id, reach, likes) values (101, 201, ?, ?, ?)",
                    id,
                    reach,
                    likes);
            for (int day = 0; day < 2; day++) {
                handle.execute(
                        "insert into quarter_bucket (workspace_id, brand_id, dimension, subject_id, quarter, views)"
                                + " values (101, 201, 'STATUS', ?, ?, ?)",
                        id,
                        at.plus(Duration.ofDays(day)).plusSeconds(60),
                        day == 0 ? 100 : 900);
            }
        });
    }

    private List<Check.Code> refused(String second, TrialTerms terms) {
        try {
            write(second, terms, Plan.LATER);
            return List.of();
        } catch (PostRefused refused) {
            assertThat(refused.reasons()).allMatch(check -> check.where().equals("trial"));
            return refused.reasons().stream().map(Check::code).toList();
        }
    }

    private PostId write(String second, TrialTerms terms, Plan plan) {
        Details details = Details.NONE.trying(new TrialWish(second, terms));
        return marc.ask(
                composer -> composer.write(new PostOrder(World.NORD, A, null, List.of(), null, plan, details), null));
    }

    private void change(PostId post, TrialWish wish) {
        marc.tell(composer ->
                composer.change(post, new PostChange(null, null, null, false, null, null, Details.NONE.trying(wish))));
    }

    /// Published now, by the database's clock; the world's goes on from there.
    private PostId out(TrialTerms terms) {
        PostId post = write(B, terms, Plan.NOW);
        publisher.publish(post);
        world.clock().set(now());
        return post;
    }

    private Instant now() {
        return world.worker()
                .withHandle(handle -> handle.createQuery("select clock_timestamp()")
                        .mapTo(Instant.class)
                        .one());
    }

    private StatusId published(PostId post) {
        return world.worker()
                .withHandle(handle -> handle.createQuery("select status_id from publication where post_id = :post")
                        .bind("post", post)
                        .mapTo(StatusId.class)
                        .one());
    }

    private SecondText second(StatusId status) {
        Map<StatusId, SecondText> found = world.worker().withHandle(handle -> SecondText.of(handle, List.of(status)));
        return Objects.requireNonNull(found.get(status), "the status has a second text");
    }

    private StatusView seen(StatusId status, ReaderKey key) {
        CurrentMember nobody = new CurrentMember();
        CurrentReader reader = new CurrentReader(nobody) {
            @Override
            public ReaderKey key() {
                return key;
            }
        };
        return new ThreadReader(world.app(), reader).status(status, null);
    }

    private TrialRound round() {
        return new TrialRound(world.worker(), closer(), world.clock());
    }

    private TrialCloser closer() {
        return new TrialCloser(new AuditTrail(world.ids(), world.clock()), world.clock());
    }

    private <T> T desk(MemberScope member, Function<TrialDesk, T> deed) {
        return world.as(
                member,
                () -> deed.apply(new TrialDesk(
                        world.app(), new Permissions(Entities.current(member)), closer(), world.clock())));
    }

    private Optional<TrialSheet> of(MemberScope member, StatusId status) {
        return desk(member, desk -> desk.of(status));
    }

    private static MemberScope as(Role role) {
        MemberScope marc = World.MARC;
        return new MemberScope(
                marc.workspace(),
                marc.member(),
                marc.profile(),
                marc.email(),
                Map.of(World.NORD, EnumSet.of(role)),
                MemberScope.ALL_SCOPES);
    }

    private List<String> ends() {
        return strings("select coalesce(kept || ' ' || ground, '-') from trial order by began_at");
    }

    private List<String> strings(String sql) {
        return world.worker()
                .withHandle(
                        handle -> handle.createQuery(sql).mapTo(String.class).list());
    }
}
