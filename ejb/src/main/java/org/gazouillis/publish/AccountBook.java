package org.gazouillis.publish;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gazouillis.audit.AuditEntry;
import org.gazouillis.audit.AuditTrail;
import org.gazouillis.compose.AccountNotFound;
import org.gazouillis.kernel.AccountId;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.network.NetworkAccess;
import org.gazouillis.network.RemoteProfile;
import org.gazouillis.security.BrandNotFound;
import org.gazouillis.security.Permission;
import org.gazouillis.security.Permissions;
import org.gazouillis.security.SecretBox;
import org.gazouillis.tenancy.AppDb;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.tenancy.Sql;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// The accounts of brands in the database, their accesses locked. Each method is one transaction; it calls nobody
/// outside, see [Accounts] for that.
@ApplicationScoped
public class AccountBook {
    private static final String READ = """
            select a.id, a.brand_id, a.network, a.handle, a.state, a.trouble, x.endpoint, x.profile_url, x.expires_at,
                   x.verified_at, case when a.paused_until > now() then a.paused_until end as paused_until,
                   (select count(*) from publication u where u.account_id = a.id and u.state in ('DUE', 'SENDING', 'UNKNOWN'))::int
                     as waiting
            from social_account a
            left join account_access x on x.workspace_id = a.workspace_id and x.account_id = a.id
            where a.workspace_id = :workspace and %s order by a.id limit 500
            """;

    private Jdbi db;
    private Permissions permissions;
    private SecretBox box;
    private AuditTrail trail;

    @Inject
    public AccountBook(@AppDb Jdbi db, Permissions permissions, SecretBox box, AuditTrail trail) {
        this.db = db;
        this.permissions = permissions;
        this.box = box;
        this.trail = trail;
    }

    @SuppressWarnings("NullAway.Init")
    AccountBook() {}

    /// The brand's accounts, the built-in one first, without those that were disconnected.
    @Transactional
    public List<ConnectedAccount> of(BrandId brand) {
        MemberScope member = permissions.require(brand, Permission.VIEW);
        return db.withHandle(handle -> handle.createQuery(
                        String.format(Locale.ROOT, READ, "a.brand_id = :brand and a.state <> 'DISCONNECTED'"))
                .bind("workspace", member.workspace())
                .bind("brand", brand)
                .map(Sql.row(ConnectedAccount.class))
                .list());
    }

    /// @throws AccountNotFound when there is none that the member may see
    @Transactional
    public ConnectedAccount one(AccountId id) {
        MemberScope member = permissions.requireScope("read");
        return db.withHandle(handle -> handle.createQuery(String.format(Locale.ROOT, READ, "a.id = :id"))
                        .bind("workspace", member.workspace())
                        .bind("id", id)
                        .map(Sql.row(ConnectedAccount.class))
                        .findOne())
                .filter(account -> isSeen(account.brandId()))
                .orElseThrow(() -> new AccountNotFound(id));
    }

    /// Opens an account's access, for a call by somebody who may administer it.
    @Transactional
    public NetworkAccess access(ConnectedAccount account) {
        MemberScope member = permissions.require(account.brandId(), Permission.ADMINISTER);
        Stored stored = db.withHandle(handle -> handle.createQuery("""
                        select endpoint, remote_id, sealed from account_access
                        where workspace_id = :workspace and account_id = :id
                        """)
                .bind("workspace", member.workspace())
                .bind("id", account.id())
                .map(Sql.row(Stored.class))
                .findOne()
                .orElseThrow(() -> new AccountRefused("account", "This account has no access outside to be tested.")));
        String secret = box.open(member.workspace(), account.id(), stored.sealed());
        return new NetworkAccess(account.id(), URI.create(stored.endpoint()), secret, stored.remoteId());
    }

    /// The brand's account with that id on that network, also one that was disconnected: its past belongs to it.
    @Transactional
    public Optional<ConnectedAccount> known(NewAccount wish, URI endpoint, String handleThere) {
        MemberScope member = permissions.require(wish.brand(), Permission.ADMINISTER);
        return db.withHandle(handle -> handle.createQuery(String.format(
                        Locale.ROOT,
                        READ,
                        "a.brand_id = :brand and a.network = :network and a.handle = :handle"
                                + " and coalesce(x.endpoint, :endpoint) = :endpoint"))
                .bind("workspace", member.workspace())
                .bind("brand", wish.brand())
                .bind("network", wish.network())
                .bind("handle", handleThere)
                .bind("endpoint", endpoint.toString())
                .map(Sql.row(ConnectedAccount.class))
                .findFirst());
    }

    /// Writes the account and its locked access, new or again.
    @Transactional
    public ConnectedAccount keep(
            BrandId brand, String network, NetworkAccess access, RemoteProfile who, @Nullable Instant end) {
        MemberScope member = permissions.require(brand, Permission.ADMINISTER);
        db.useHandle(handle -> {
            handle.createUpdate("""
                            insert into social_account (workspace_id, id, brand_id, network, handle, created_at)
                            values (:workspace, :id, :brand, :network, :handle, now())
                            on conflict (workspace_id, id) do update
                            set state = 'ACTIVE', trouble = null, failing_since = null, paused_until = null
                            """)
                    .bind("workspace", member.workspace())
                    .bind("id", access.account())
                    .bind("brand", brand)
                    .bind("network", network)
                    .bind("handle", who.handle())
                    .execute();
            handle.createUpdate("""
                            insert into account_access (workspace_id, account_id, brand_id, endpoint, remote_id, profile_url,
                                                        sealed, key_id, expires_at, verified_at, changed_at)
                            values (:workspace, :id, :brand, :endpoint, :remote, :url, :sealed, :key, :end, now(), now())
                            on conflict (workspace_id, account_id) do update
                            set endpoint = excluded.endpoint, remote_id = excluded.remote_id, sealed = excluded.sealed,
                                profile_url = excluded.profile_url, key_id = excluded.key_id,
                                expires_at = excluded.expires_at, verified_at = now(), changed_at = now()
                            """)
                    .bind("workspace", member.workspace())
                    .bind("id", access.account())
                    .bind("brand", brand)
                    .bind("endpoint", access.endpoint().toString())
                    .bind("remote", who.id())
                    .bind("url", who.url())
                    .bind("sealed", box.seal(member.workspace(), access.account(), access.secret()))
                    .bind("key", box.keyId())
                    .bind("end", end)
                    .execute();
            record(handle, member, brand, access.account(), "account.connected");
        });
        return one(access.account());
    }

    /// Notes that the access works; an account that was paused for its sake goes on.
    @Transactional
    public ConnectedAccount works(ConnectedAccount account) {
        MemberScope member = permissions.require(account.brandId(), Permission.ADMINISTER);
        db.useHandle(handle -> {
            handle.execute(
                    "update account_access set verified_at = now() where workspace_id = ? and account_id = ?",
                    member.workspace().value(),
                    account.id().value());
            handle.execute(
                    "update social_account set state = 'ACTIVE', trouble = null, failing_since = null"
                            + " where workspace_id = ? and id = ? and state = 'PAUSED'",
                    member.workspace().value(),
                    account.id().value());
        });
        return one(account.id());
    }

    /// Switches it off, or on again.
    @Transactional
    public ConnectedAccount switchTo(AccountId id, boolean on) {
        ConnectedAccount account = outside(id);
        return become(account, on ? "ACTIVE" : "DISABLED", on ? "account.enabled" : "account.disabled");
    }

    /// Destroys the access. What is planned for the account is refused when its time comes.
    @Transactional
    public void disconnect(AccountId id) {
        ConnectedAccount account = outside(id);
        become(account, "DISCONNECTED", "account.disconnected");
        db.useHandle(handle -> handle.execute(
                "delete from account_access where workspace_id = ? and account_id = ?",
                permissions
                        .require(account.brandId(), Permission.ADMINISTER)
                        .workspace()
                        .value(),
                id.value()));
    }

    private ConnectedAccount become(ConnectedAccount account, String state, String action) {
        MemberScope member = permissions.require(account.brandId(), Permission.ADMINISTER);
        db.useHandle(handle -> {
            handle.execute(
                    "update social_account set state = ?, trouble = null, failing_since = null"
                            + " where workspace_id = ? and id = ?",
                    state,
                    member.workspace().value(),
                    account.id().value());
            record(handle, member, account.brandId(), account.id(), action);
        });
        return one(account.id());
    }

    /// An account that can be changed here; the one on the built-in timeline comes and goes with its brand.
    ///
    /// @throws AccountRefused when it has no access outside
    @Transactional
    public ConnectedAccount outside(AccountId id) {
        ConnectedAccount account = one(id);
        if (account.endpoint() == null) {
            throw new AccountRefused("account", "Only accounts that are connected outside can be changed here.");
        }
        return account;
    }

    private void record(
            org.jdbi.v3.core.Handle handle, MemberScope member, BrandId brand, AccountId account, String action) {
        trail.record(handle, new AuditEntry(member.workspace(), member.member(), brand, action, account, "{}"));
    }

    private boolean isSeen(BrandId brand) {
        try {
            permissions.require(brand, Permission.VIEW);
            return true;
        } catch (BrandNotFound unseen) {
            return false;
        }
    }

    private record Stored(String endpoint, String remoteId, byte[] sealed) {}
}
