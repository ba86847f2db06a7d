package org.gazouillis.publish;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import org.gazouillis.audit.AuditEntry;
import org.gazouillis.audit.AuditTrail;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.FeedId;
import org.gazouillis.kernel.TimeOrderedIds;
import org.gazouillis.security.LinkSecret;
import org.gazouillis.security.Permission;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.AppDb;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.tenancy.Sql;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Secret links to a brand's plan for calendar programs, which cannot sign in: 256 random bits, of which the SHA-256
/// is kept. A link shows what its member may see at that moment and stops with the member, the role or a word of
/// theirs.
@ApplicationScoped
public class CalendarFeeds {
    private Jdbi app;
    private Permissions permissions;
    private AuditTrail trail;
    private TimeOrderedIds ids;
    private Clock clock;

    @Inject
    public CalendarFeeds(@AppDb Jdbi app, Permissions permissions, AuditTrail trail, TimeOrderedIds ids, Clock clock) {
        this.app = app;
        this.permissions = permissions;
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
        LinkSecret secret = LinkSecret.fresh();
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
                    .bind("hash", secret.hash())
                    .bind("now", clock.instant())
                    .execute();
            record(handle, member, brand, "calendar-feed.made");
        });
        return secret.text();
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
}
