package org.gazouillis.bench;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.gazouillis.audit.AuditTrail;
import org.gazouillis.database.DatabaseAccess;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.MemberId;
import org.gazouillis.kernel.ProfileId;
import org.gazouillis.kernel.TimeOrderedIds;
import org.gazouillis.kernel.WorkspaceId;
import org.gazouillis.publish.CrisisDesk;
import org.gazouillis.publish.CrisisStop;
import org.gazouillis.publish.CrisisStops;
import org.gazouillis.publish.StopWish;
import org.gazouillis.publish.Triage;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.CurrentMember;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.tenancy.Role;
import org.gazouillis.tenancy.Sql;
import org.gazouillis.trial.TrialCloser;
import org.jdbi.v3.core.Jdbi;

/// The bench's member at the crisis desk, each deed in one transaction, as the server does it.
record Press(DatabaseAccess access) {
    private static final TimeOrderedIds IDS = new TimeOrderedIds(Clock.systemUTC(), 7);

    void stop(long brand) {
        inTransaction(db -> desk(db).raise(StopWish.ofBrand(new BrandId(brand))));
    }

    void releaseAll() {
        inTransaction(db -> {
            for (CrisisStop each : new CrisisStops(db, new Permissions(member()), member()).standing()) {
                desk(db).release(each.id());
            }
            return true;
        });
    }

    int waiting() {
        return inTransaction(db ->
                new Triage(db, new Permissions(member()), IDS).waiting(null).all());
    }

    private static CrisisDesk desk(Jdbi db) {
        Clock clock = Clock.systemUTC();
        AuditTrail trail = new AuditTrail(IDS, clock);
        return new CrisisDesk(db, new Permissions(member()), trail, IDS, clock, new TrialCloser(trail, clock));
    }

    private static CurrentMember member() {
        Map<BrandId, Set<Role>> roles = LongStream.rangeClosed(1, PublishGround.BRANDS)
                .boxed()
                .collect(Collectors.toMap(BrandId::new, brand -> EnumSet.of(Role.OWNER)));
        CurrentMember current = new CurrentMember();
        current.become(new MemberScope(
                new WorkspaceId(1), new MemberId(1), new ProfileId(1), "bench", roles, MemberScope.ALL_SCOPES));
        return current;
    }

    private <T> T inTransaction(Function<Jdbi, T> work) {
        try (Connection connection = access.connect(access.worker())) {
            connection.setAutoCommit(false);
            T result = work.apply(Sql.over(only(connection)));
            connection.commit();
            return result;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// A source of this one connection, which stays open.
    private static DataSource only(Connection connection) {
        Connection kept = (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (self, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        return null;
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                });
        return (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (self, method, arguments) -> kept);
    }
}
