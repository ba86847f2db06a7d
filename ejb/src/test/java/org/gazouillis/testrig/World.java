package org.gazouillis.testrig;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.gazouillis.compose.FollowedLinks;
import org.gazouillis.database.DatabaseAccess;
import org.gazouillis.database.Login;
import org.gazouillis.database.TestDatabase;
import org.gazouillis.kernel.AccountId;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.MemberId;
import org.gazouillis.kernel.ProfileId;
import org.gazouillis.kernel.TimeOrderedIds;
import org.gazouillis.kernel.TypedId;
import org.gazouillis.kernel.WorkspaceId;
import org.gazouillis.link.OwnAddress;
import org.gazouillis.network.LinkAnswer;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.tenancy.Role;
import org.gazouillis.tenancy.Sql;
import org.gazouillis.tenancy.Transactions;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/// A fresh, migrated database with an agency (brands Nord and Lune), a rival workspace (brand Rival), and people:
/// Anna owns the agency, Marc writes for Nord only, Rita owns the rival. The clock stands at [#START].
public final class World {
    /// Under which address readers know the house.
    public static final OwnAddress OWN = new OwnAddress("https://gazouillis.example.com");

    public static final Instant START = Instant.parse("2026-11-23T08:00:00Z");

    public static final WorkspaceId AGENCY = new WorkspaceId(101);
    public static final WorkspaceId RIVAL_AGENCY = new WorkspaceId(102);
    public static final BrandId NORD = new BrandId(201);
    public static final BrandId LUNE = new BrandId(202);
    public static final BrandId RIVAL = new BrandId(203);
    public static final ProfileId NORD_PROFILE = new ProfileId(301);
    public static final ProfileId LUNE_PROFILE = new ProfileId(302);
    public static final ProfileId RIVAL_PROFILE = new ProfileId(303);
    public static final ProfileId ANNA_PROFILE = new ProfileId(311);
    public static final ProfileId MARC_PROFILE = new ProfileId(312);
    public static final ProfileId RITA_PROFILE = new ProfileId(313);
    public static final AccountId NORD_ACCOUNT = new AccountId(401);
    public static final AccountId LUNE_ACCOUNT = new AccountId(402);
    public static final AccountId RIVAL_ACCOUNT = new AccountId(403);

    public static final MemberScope ANNA =
            member(AGENCY, 501, ANNA_PROFILE, "anna", Map.of(NORD, Role.OWNER, LUNE, Role.OWNER));
    public static final MemberScope MARC = member(AGENCY, 502, MARC_PROFILE, "marc", Map.of(NORD, Role.AUTHOR));
    public static final MemberScope RITA = member(RIVAL_AGENCY, 503, RITA_PROFILE, "rita", Map.of(RIVAL, Role.OWNER));

    private static final AtomicReference<@Nullable World> LAST = new AtomicReference<>();

    private final DatabaseAccess access;
    private final KeptConnections appKept;
    private final KeptConnections workerKept;
    private final OneConnection appConnections;
    private final OneConnection workerConnections;
    private final Jdbi app;
    private final Jdbi worker;
    private final SettableClock clock = new SettableClock(START);
    private final TimeOrderedIds ids = new TimeOrderedIds(clock, 1);
    private final Map<String, LinkAnswer> web = new ConcurrentHashMap<>();
    private final FollowedLinks links =
            new FollowedLinks(link -> web.getOrDefault(link.toString(), LinkAnswer.UNKNOWN), OWN);

    private World(DatabaseAccess access) {
        this.access = access;
        appKept = new KeptConnections(source(access, access.app()));
        workerKept = new KeptConnections(source(access, access.worker()));
        appConnections = new OneConnection(appKept.asDataSource());
        workerConnections = new OneConnection(workerKept.asDataSource());
        app = Sql.over(appConnections.asDataSource());
        worker = Sql.over(workerConnections.asDataSource());
    }

    /// A new database of its own for each caller; it is gone when the test JVM ends.
    public static World fresh() {
        World fresh = new World(TestDatabase.shared().copyOf("gazouillis", World::prepare));
        World last = LAST.getAndSet(fresh);
        if (last != null) {
            // Tests come one after the other, and the database has connections for some of them only.
            last.appKept.end();
            last.workerKept.end();
        }
        return fresh;
    }

    public DatabaseAccess access() {
        return access;
    }

    public Jdbi app() {
        return app;
    }

    public Jdbi worker() {
        return worker;
    }

    /// May do what no part of the server may.
    public Jdbi owner() {
        return Sql.over(source(access, access.owner()));
    }

    public SettableClock clock() {
        return clock;
    }

    public TimeOrderedIds ids() {
        return ids;
    }

    /// What following links shows in this world; what is not in it is not known.
    public Map<String, LinkAnswer> web() {
        return web;
    }

    public FollowedLinks links() {
        return links;
    }

    /// Runs the work in one transaction of the walled role on behalf of this member, as the server does.
    public <T> T as(MemberScope member, Supplier<T> work) {
        String brands =
                member.roles().keySet().stream().map(BrandId::toString).collect(Collectors.joining(",", "{", "}"));
        return appConnections.inTransaction(member.workspace().toString(), brands, work);
    }

    /// What the server's beans know of transactions, on behalf of this member or of a stranger.
    public Transactions transactions(@Nullable MemberScope member) {
        return new Transactions() {
            @Override
            public <T> T in(Supplier<T> work) {
                if (isOpen()) {
                    return work.get();
                }
                return member == null ? appConnections.inTransaction(null, null, work) : as(member, work);
            }

            @Override
            protected boolean isOpen() {
                return appConnections.isOpen() || workerConnections.isOpen();
            }
        };
    }

    /// Runs the work in one transaction of the worker's role.
    public <T> T inWorkerTransaction(Supplier<T> work) {
        return workerConnections.inTransaction(null, null, work);
    }

    /// Lune's days begin a quarter of an hour off every other zone's.
    public void moveLuneToKathmandu() {
        worker().useHandle(handle ->
                handle.execute("update brand set zone = 'Asia/Kathmandu' where id = ?", LUNE.value()));
    }

    /// One more profile on the micro-blog, named by its handle.
    public ProfileId profile(String handle) {
        ProfileId id = new ProfileId(ids.next());
        worker.useHandle(handle1 -> insertProfile(handle1, id, handle));
        return id;
    }

    /// Connections that know their member from the start, as those of a server's transaction do.
    public Jdbi known(MemberScope member) {
        return known(member, access.url(), access.app().user(), access.app().password());
    }

    /// The same for another process.
    public static Jdbi known(MemberScope member, String url, String user, String password) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(url);
        source.setUser(user);
        source.setPassword(password);
        String brands =
                member.roles().keySet().stream().map(BrandId::toString).collect(Collectors.joining(",", "{", "}"));
        source.setOptions("-c app.workspace=" + member.workspace() + " -c app.brands=" + brands);
        return Sql.over(source);
    }

    public static DataSource source(DatabaseAccess access, Login login) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(access.url());
        source.setUser(login.user());
        source.setPassword(login.password());
        return source;
    }

    private static MemberScope member(
            WorkspaceId workspace, long id, ProfileId profile, String name, Map<BrandId, Role> roles) {
        Map<BrandId, Set<Role>> sets = roles.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, role -> EnumSet.of(role.getValue())));
        return new MemberScope(
                workspace, new MemberId(id), profile, name + "@test.example", sets, MemberScope.ALL_SCOPES);
    }

    /// Once per JVM: the people are copied with their tables.
    private static void prepare(DatabaseAccess access) {
        Flyway.configure().dataSource(source(access, access.owner())).load().migrate();
        Sql.over(source(access, access.worker())).useTransaction(World::people);
    }

    private static void people(Handle handle) {
        for (WorkspaceId workspace : Set.of(AGENCY, RIVAL_AGENCY)) {
            handle.execute(
                    "insert into workspace values (?, ?, ?)", workspace.value(), "Workspace " + workspace, START);
        }
        insertProfile(handle, NORD_PROFILE, "nord");
        insertProfile(handle, LUNE_PROFILE, "lune");
        insertProfile(handle, RIVAL_PROFILE, "rival");
        insertProfile(handle, ANNA_PROFILE, "anna");
        insertProfile(handle, MARC_PROFILE, "marc");
        insertProfile(handle, RITA_PROFILE, "rita");
        insertBrand(handle, AGENCY, NORD, "nord", NORD_ACCOUNT, NORD_PROFILE);
        insertBrand(handle, AGENCY, LUNE, "lune", LUNE_ACCOUNT, LUNE_PROFILE);
        insertBrand(handle, RIVAL_AGENCY, RIVAL, "rival", RIVAL_ACCOUNT, RIVAL_PROFILE);
        for (MemberScope member : new MemberScope[] {ANNA, MARC, RITA}) {
            insertMember(handle, member);
        }
    }

    private static void insertProfile(Handle handle, ProfileId id, String name) {
        handle.execute(
                "insert into profile (id, handle, name, created_at, active_at) values (?, ?, ?, ?, ?)",
                id.value(),
                name,
                name,
                START,
                START);
    }

    private static void insertBrand(
            Handle handle, WorkspaceId workspace, BrandId brand, String name, TypedId account, ProfileId profile) {
        handle.execute(
                "insert into brand (workspace_id, id, handle, name, zone, created_at) values (?, ?, ?, ?, 'Europe/Paris', ?)",
                workspace.value(),
                brand.value(),
                name,
                name,
                START);
        handle.execute(
                "insert into social_account (workspace_id, id, brand_id, network, handle, profile_id, created_at)"
                        + " values (?, ?, ?, 'gazouillis', ?, ?, ?)",
                workspace.value(),
                account.value(),
                brand.value(),
                name,
                profile.value(),
                START);
    }

    private static void insertMember(Handle handle, MemberScope member) {
        handle.execute(
                "insert into member (workspace_id, id, email, name, password_hash, profile_id, created_at)"
                        + " values (?, ?, ?, ?, 'none', ?, ?)",
                member.workspace().value(),
                member.member().value(),
                member.email(),
                member.email(),
                member.profile().value(),
                START);
        member.roles()
                .forEach((brand, roles) -> roles.forEach(role -> handle.execute(
                        "insert into membership (workspace_id, member_id, brand_id, role) values (?, ?, ?, ?)",
                        member.workspace().value(),
                        member.member().value(),
                        brand.value(),
                        role.name())));
    }
}
