package org.gazouillis.listen;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.Set;
import org.gazouillis.audit.AuditEntry;
import org.gazouillis.audit.AuditTrail;
import org.gazouillis.security.Permission;
import org.gazouillis.security.PermissionDenied;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.AppDb;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.tenancy.Role;
import org.jdbi.v3.core.Jdbi;

/// [IndexCare] for members: whoever administers a brand sees how this node's index stands and can have it checked or
/// built anew. Who had it built anew stands in the audit trail.
@ApplicationScoped
public class IndexDesk {
    private IndexCare care;
    private Permissions permissions;
    private Jdbi db;
    private AuditTrail trail;

    @Inject
    public IndexDesk(IndexCare care, Permissions permissions, @AppDb Jdbi db, AuditTrail trail) {
        this.care = care;
        this.permissions = permissions;
        this.db = db;
        this.trail = trail;
    }

    @SuppressWarnings("NullAway.Init")
    IndexDesk() {}

    /// @param look empty while it cannot be opened
    /// @param checking how far a check has come that is at work; empty when none is
    /// @param checked the last check since the server began; empty when there was none
    public record Sight(
            Optional<IndexLook> look, Optional<IndexCare.Progress> checking, Optional<IndexCare.Checked> checked) {}

    /// @throws PermissionDenied when the member administers no brand
    public Sight look() {
        requireAdministrator("read");
        return new Sight(care.look(), care.checking(), care.lastCheck());
    }

    /// Begins soon; searches are answered from the present index until the new one is complete.
    ///
    /// @return false when this node does not feed the index: it is not open yet, or another node feeds it for all
    /// @throws PermissionDenied when the member administers no brand
    @Transactional
    public boolean rebuild() {
        MemberScope member = requireAdministrator("write");
        if (!care.isFedHere()) {
            return false;
        }
        note(member, "index.rebuild-begun");
        return care.rebuild();
    }

    /// Returns when it is done; [#look] says meanwhile how far it has come.
    ///
    /// @return empty while it cannot be opened
    /// @throws PermissionDenied when the member administers no brand
    /// @throws IndexCheckRunning when a check is at work already
    public Optional<IndexCare.Check> verify() {
        requireAdministrator("write");
        return care.verify();
    }

    private MemberScope requireAdministrator(String tokenScope) {
        MemberScope member = permissions.requireScope(tokenScope);
        if (member.roles().values().stream().noneMatch(IndexDesk::administers)) {
            throw new PermissionDenied(Permission.ADMINISTER);
        }
        return member;
    }

    private static boolean administers(Set<Role> roles) {
        return Permission.ADMINISTER.isGivenTo(roles);
    }

    private void note(MemberScope member, String action) {
        db.useHandle(handle ->
                trail.record(handle, new AuditEntry(member.workspace(), member.member(), null, action, null, "{}")));
    }
}
