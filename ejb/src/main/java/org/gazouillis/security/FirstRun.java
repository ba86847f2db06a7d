package org.gazouillis.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.MemberId;
import org.gazouillis.kernel.WorkspaceId;
import org.gazouillis.tenancy.NewBrand;
import org.gazouillis.tenancy.NewMember;
import org.gazouillis.tenancy.Role;
import org.gazouillis.tenancy.WorkerDb;
import org.gazouillis.tenancy.Workspaces;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// The first run of an empty house: whoever comes first becomes its owner. Of two who come at the same time one wins,
/// the other is told so.
@ApplicationScoped
public class FirstRun {
    private static final String FIRST_COLOUR = "#0B6E75";
    private static final long LOCK = 4_710_001;

    private final Jdbi db;
    private final Workspaces workspaces;
    private final Passwords passwords;
    /// Members are disabled, never deleted: once there was one, the answer stays.
    private final AtomicBoolean over = new AtomicBoolean();

    @Inject
    public FirstRun(@WorkerDb Jdbi db, Workspaces workspaces, Passwords passwords) {
        this.db = db;
        this.workspaces = workspaces;
        this.passwords = passwords;
    }

    FirstRun() {
        this(Jdbi.create("jdbc:none"), new Workspaces(), new Passwords());
    }

    /// Whether the house has no member yet.
    @Transactional
    public boolean isOpen() {
        if (!over.get() && db.withHandle(FirstRun::hasMember)) {
            over.set(true);
        }
        return !over.get();
    }

    /// @throws FirstRunOver when there is a member already
    /// @throws PasswordTooWeak when the password breaks [PasswordRule]
    /// @throws org.gazouillis.tenancy.HandleTaken cannot happen in an empty house, but is checked
    @Transactional
    public MemberId begin(FirstOwner owner) {
        PasswordRule.check(owner.password(), owner.email());
        String hash = passwords.hash(owner.password());
        db.useHandle(handle -> {
            handle.execute("select pg_advisory_xact_lock(?)", LOCK);
            if (hasMember(handle)) {
                throw new FirstRunOver();
            }
        });
        WorkspaceId workspace = workspaces.found(owner.workspace());
        BrandId brand = workspaces.addBrand(new NewBrand(
                workspace, owner.brandHandle(), owner.brandName(), owner.zone(), FIRST_COLOUR, owner.locale()));
        MemberId member = workspaces.addMember(
                new NewMember(workspace, owner.email(), owner.name(), hash, owner.locale(), nameOf(owner.email())));
        workspaces.grant(workspace, member, null, Role.OWNER);
        workspaces.grant(workspace, member, brand, Role.OWNER);
        return member;
    }

    private static boolean hasMember(Handle handle) {
        return handle.createQuery("select exists (select from member)")
                .mapTo(Boolean.class)
                .one();
    }

    private static String nameOf(String email) {
        int at = email.indexOf('@');
        return at < 1 ? email : email.substring(0, at);
    }
}
