package org.gazouillis.publish;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.gazouillis.audit.AuditEntry;
import org.gazouillis.audit.AuditTrail;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.FeedId;
import org.gazouillis.kernel.MemberId;
import org.gazouillis.kernel.TimeOrderedIds;
import org.gazouillis.kernel.WorkspaceId;
import org.gazouillis.security.Permission;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.AppDb;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.tenancy.Members;
import org.gazouillis.tenancy.Sql;
import org.gazouillis.tenancy.WorkerDb;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Secret links to a brand's plan for calendar programs, which cannot sign in: 256 random bits, of which the SHA-256 is
/// kept. A link shows what its member may see at that moment and stops with the member, the role or a word of theirs.
@ApplicationScoped
public class CalendarFeeds {
    private static final int MOST = 5_000;
    private static final int SECRET = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Jdbi app;
    private Jdbi worker;
    private Permissions permissions;
    private Members members;
    private AuditTrail trail;
    private TimeOrderedIds ids;
    private Clock clock;

    @Inject
    public CalendarFeeds(
            @AppDb Jdbi app,
            @WorkerDb Jdbi worker,
            Permissions permissions,
            Members members,
            AuditTrail trail,
            TimeOrderedIds ids,
            Clock clock) {
        this.app = app;
        this.worker = worker;
        this.permissions = permissions;
        this.members = members;
        this.trail = trail;
        this.ids = ids;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway.Init")
    CalendarFeeds() {}

    /// Makes a link and ends the one before; the secret is told this once.
    @Transactional
    public String renew(BrandId brand) {
        MemberScope member = permissions.require(brand, Permission.VIEW);
        byte[] random = new byte[SECRET];
        RANDOM.nextBytes(random);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        FeedId id = new FeedId(ids.next());
        app.useHandle(handle -> {
            end(handle, member, brand);
            handle.createUpdate("""
                            insert into calendar_feed (workspace_id, id, brand_id, member_id, secret_hash, created_at)
                            values (:workspace, :id, :brand, :member, :hash, :now)
                            """)
                    .bind("workspace", member.workspace())
                    .bind("id", id)
                    .bind("brand", brand)
                    .bind("member", member.member())
                    .bind("hash", hash(secret))
                    .bind("now", clock.instant())
                    .execute();
            record(handle, member, brand, "calendar-feed.made");
        });
        return secret;
    }

    /// Ends the link; nothing happens when there is none.
    @Transactional
    public void revoke(BrandId brand) {
        MemberScope member = permissions.require(brand, Permission.VIEW);
        app.useHandle(handle -> {
            if (end(handle, member, brand) > 0) {
                record(handle, member, brand, "calendar-feed.revoked");
            }
        });
    }

    /// The member's own standing link for the brand.
    @Transactional
    public Optional<CalendarFeed> standing(BrandId brand) {
        MemberScope member = permissions.require(brand, Permission.VIEW);
        return app.withHandle(handle -> handle.createQuery("""
                        select created_at, last_read_at from calendar_feed where workspace_id = :workspace
                          and member_id = :member and brand_id = :brand and revoked_at is null
                        """)
                .bind("workspace", member.workspace())
                .bind("member", member.member())
                .bind("brand", brand)
                .map(Sql.row(CalendarFeed.class))
                .findOne());
    }

    /// The plan under a link: three months back and all that is to come, at most 5,000 posts.
    ///
    /// @param root address of this server, without a slash at its end
    /// @throws FeedNotFound when the link is unknown or revoked, or its member left or lost the brand
    @Transactional
    public FeedText read(String secret, String root) {
        return worker.withHandle(handle -> {
            Standing standing = standing(handle, secret).orElseThrow(FeedNotFound::new);
            boolean sees = members.scope(standing.member(), MemberScope.ALL_SCOPES)
                    .map(scope -> scope.roles().containsKey(standing.brand()))
                    .orElse(false);
            if (!sees) {
                throw new FeedNotFound();
            }
            FeedWriter writer = new FeedWriter(standing.workspace(), standing.handle(), standing.name(), root);
            String text = writer.write(posts(handle, standing));
            return new FeedText(HexFormat.of().formatHex(hash(text), 0, 16), text);
        });
    }

    private Optional<Standing> standing(Handle handle, String secret) {
        return handle.createQuery("""
                        with read as (
                          update calendar_feed set last_read_at = :now
                          where secret_hash = :hash and revoked_at is null
                          returning workspace_id, member_id, brand_id)
                        select r.workspace_id as workspace, r.member_id as member, r.brand_id as brand, b.handle, b.name
                        from read r join brand b on b.workspace_id = r.workspace_id and b.id = r.brand_id
                        """)
                .bind("now", clock.instant())
                .bind("hash", hash(secret))
                .map(Sql.row(Standing.class))
                .findOne();
    }

    private List<PlannedEvent> posts(Handle handle, Standing standing) {
        return handle.createQuery("""
                        select p.id, p.text, p.state, p.due_at, c.name as campaign, p.version, p.created_at, p.updated_at,
                               array(select distinct a.network from social_account a where a.workspace_id = p.workspace_id
                                 and a.id = any (p.account_ids) order by a.network) as networks
                        from post p left join campaign c on c.workspace_id = p.workspace_id and c.id = p.campaign_id
                        where p.workspace_id = :workspace and p.brand_id = :brand
                          and p.due_at > now() - interval '90 days'
                        order by p.due_at, p.id limit :most
                        """)
                .bind("workspace", standing.workspace())
                .bind("brand", standing.brand())
                .bind("most", MOST)
                .map(Sql.row(PlannedEvent.class))
                .list();
    }

    private int end(Handle handle, MemberScope member, BrandId brand) {
        return handle.createUpdate("""
                        update calendar_feed set revoked_at = :now where workspace_id = :workspace
                          and member_id = :member and brand_id = :brand and revoked_at is null
                        """)
                .bind("now", clock.instant())
                .bind("workspace", member.workspace())
                .bind("member", member.member())
                .bind("brand", brand)
                .execute();
    }

    private void record(Handle handle, MemberScope member, BrandId brand, String deed) {
        trail.record(handle, new AuditEntry(member.workspace(), member.member(), brand, deed, null, "{}"));
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private record Standing(WorkspaceId workspace, MemberId member, BrandId brand, String handle, String name) {}
}
