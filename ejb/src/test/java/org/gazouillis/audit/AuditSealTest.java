package org.gazouillis.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.gazouillis.database.TestDatabase;
import org.gazouillis.testrig.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AuditSealTest {
    private World world;
    private AuditSeal seal;

    @BeforeEach
    void build() {
        world = World.fresh();
        seal = new AuditSeal(world.worker(), world.clock());
        deed("post.scheduled");
        deed("post.cancelled");
        seal.run();
        deed("post.scheduled");
        seal.run();
        seal.run();
    }

    @Test
    void anUntouchedChainHolds() {
        assertThat(seal.firstBroken(World.AGENCY)).isEmpty();
        assertThat(world.<Integer>inWorkerTransaction(() -> world.worker()
                        .withHandle(handle -> handle.createQuery("select count(*) from audit_seal")
                                .mapTo(Integer.class)
                                .one())))
                .isEqualTo(2);
    }

    @Test
    void anEntryChangedBehindTheTriggersBackIsFound() throws SQLException {
        behindTheTriggersBack("update audit_entry set action = 'nothing' where action = 'post.cancelled'");
        assertThat(seal.firstBroken(World.AGENCY)).hasValue(1);
    }

    @Test
    void aDroppedEntryIsFound() throws SQLException {
        behindTheTriggersBack("delete from audit_entry where id = (select max(id) from audit_entry)");
        assertThat(seal.firstBroken(World.AGENCY)).hasValue(2);
    }

    private void deed(String action) {
        AuditEntry entry = new AuditEntry(World.AGENCY, World.ANNA.member(), World.NORD, action, null, "{}");
        world.worker().useTransaction(handle -> new AuditTrail(world.ids(), world.clock()).record(handle, entry));
    }

    private void behindTheTriggersBack(String sql) throws SQLException {
        var administrator = TestDatabase.shared().administrator(world.access());
        try (Connection connection = administrator.connect(administrator.owner());
                Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute(sql);
        }
    }
}
