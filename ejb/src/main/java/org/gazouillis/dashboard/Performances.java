package org.gazouillis.dashboard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.gazouillis.kernel.WorkspaceId;
import org.gazouillis.security.Permission;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.AppDb;
import org.gazouillis.tenancy.CurrentMember;
import org.jdbi.v3.core.Jdbi;

/// Reads how a brand did.
@ApplicationScoped
public class Performances {
    private final Jdbi db;
    private final Permissions permissions;

    @Inject
    public Performances(@AppDb Jdbi db, Permissions permissions) {
        this.db = db;
        this.permissions = permissions;
    }

    Performances() {
        this(Jdbi.create("jdbc:none"), new Permissions(new CurrentMember()));
    }

    /// A handful of queries over rolled-up rows: as fast with a hundred million events as with a thousand.
    @Transactional
    public BrandPerformance read(PerformanceQuery query) {
        WorkspaceId workspace =
                permissions.require(query.brand(), Permission.ANALYSE).workspace();
        return db.withHandle(handle -> new PerformanceReading(handle, workspace, query).read());
    }
}
