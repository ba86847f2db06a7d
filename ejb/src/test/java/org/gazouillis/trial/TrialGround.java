package org.gazouillis.trial;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.gazouillis.audit.AuditTrail;
import org.gazouillis.compose.Details;
import org.gazouillis.compose.Plan;
import org.gazouillis.compose.PostOrder;
import org.gazouillis.compose.TrialTerms;
import org.gazouillis.compose.TrialWish;
import org.gazouillis.engage.Engagement;
import org.gazouillis.engage.EngagementLog;
import org.gazouillis.engage.Person;
import org.gazouillis.engage.Reporting;
import org.gazouillis.kernel.PostId;
import org.gazouillis.kernel.ProfileId;
import org.gazouillis.kernel.StatusId;
import org.gazouillis.microblog.CurrentReader;
import org.gazouillis.microblog.ReaderKey;
import org.gazouillis.microblog.SecondText;
import org.gazouillis.publish.Publisher;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.CurrentMember;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.testrig.Entities;
import org.gazouillis.testrig.Pen;
import org.gazouillis.testrig.World;
import org.gazouillis.timeline.StatusView;
import org.gazouillis.timeline.ThreadReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// A post of Marc's that is tried, and the people who see it.
abstract class TrialGround {
    static final String A = "Trois vélos neufs #velo @anna";
    static final String B = "Venez voir nos trois vélos #lille @marc";

    World world;
    Pen marc;
    Publisher publisher;
    Reporting pages;

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

    void append(List<Engagement> facts) {
        world.worker().useTransaction(handle -> EngagementLog.append(handle, facts));
    }

    Map<ProfileId, Person> members(int number) {
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

    static List<ReaderKey> readers(int number) {
        List<ReaderKey> readers = new ArrayList<>();
        for (int n = 0; n < number; n++) {
            readers.add(n % 2 == 0 ? ReaderKey.visitor("é" + n) : ReaderKey.member(new ProfileId(1_000L + n)));
        }
        return readers;
    }

    /// Somebody whom the second text would be for, were it still tried.
    ReaderKey anyOf(StatusId status) {
        SecondText trial = world.worker()
                .withHandle(handle -> handle.createQuery("select key, share from trial where status_id = :status")
                        .bind("status", status)
                        .map((row, context) -> new SecondText(row.getBytes(1), row.getDouble(2)))
                        .one());
        return readers(200).stream().filter(trial::isFor).findFirst().orElseThrow();
    }

    PostId write(String second, TrialTerms terms, Plan plan) {
        Details details = Details.NONE.trying(new TrialWish(second, terms));
        return marc.ask(
                composer -> composer.write(new PostOrder(World.NORD, A, null, List.of(), null, plan, details), null));
    }

    /// Published now, by the database's clock; the world's goes on from there.
    PostId out(TrialTerms terms) {
        PostId post = write(B, terms, Plan.NOW);
        publisher.publish(post);
        world.clock().set(now());
        return post;
    }

    Instant now() {
        return world.worker()
                .withHandle(handle -> handle.createQuery("select clock_timestamp()")
                        .mapTo(Instant.class)
                        .one());
    }

    StatusId published(PostId post) {
        return world.worker()
                .withHandle(handle -> handle.createQuery("select status_id from publication where post_id = :post")
                        .bind("post", post)
                        .mapTo(StatusId.class)
                        .one());
    }

    SecondText second(StatusId status) {
        Map<StatusId, SecondText> found = world.worker().withHandle(handle -> SecondText.of(handle, List.of(status)));
        return Objects.requireNonNull(found.get(status), "the status has a second text");
    }

    StatusView seen(StatusId status, ReaderKey key) {
        CurrentMember nobody = new CurrentMember();
        CurrentReader reader = new CurrentReader(nobody) {
            @Override
            public ReaderKey key() {
                return key;
            }
        };
        return new ThreadReader(world.app(), reader).status(status, null);
    }

    TrialRound round() {
        return new TrialRound(world.worker(), closer(), world.clock());
    }

    TrialCloser closer() {
        return new TrialCloser(new AuditTrail(world.ids(), world.clock()), world.clock());
    }

    <T> T desk(MemberScope member, Function<TrialDesk, T> deed) {
        return world.as(
                member,
                () -> deed.apply(new TrialDesk(
                        world.app(), new Permissions(Entities.current(member)), closer(), world.clock())));
    }

    Optional<TrialSheet> of(MemberScope member, StatusId status) {
        return desk(member, desk -> desk.of(status));
    }

    List<String> strings(String sql) {
        return world.worker()
                .withHandle(
                        handle -> handle.createQuery(sql).mapTo(String.class).list());
    }
}
