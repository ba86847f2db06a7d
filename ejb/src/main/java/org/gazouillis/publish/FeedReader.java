package org.gazouillis.publish;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.MemberId;
import org.gazouillis.kernel.WorkspaceId;
import org.gazouillis.security.LinkSecret;
import org.gazouillis.tenancy.Sql;
import org.gazouillis.tenancy.WorkerDb;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Reads a plan for whoever holds its link. The reader is a program without a member, so the link's own member is
/// asked for anew each time. No transaction of the server's: a reader who also signs in would bring the walled
/// database into it beside the worker's.
@ApplicationScoped
public class FeedReader {
    private static final int MOST = 5_000;

    private Jdbi db;
    private Clock clock;

    @Inject
    public FeedReader(@WorkerDb Jdbi db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway.Init")
    FeedReader() {}

    /// The plan under a link: three months back and all that is to come, at most 5,000 posts.
    ///
    /// @param root address of this server, without a slash at its end
    /// @throws FeedNotFound when the link is unknown or revoked, or its member left or lost the brand
    public FeedText read(String secret, String root) {
        return db.withHandle(handle -> {
            Standing standing = standing(handle, secret).orElseThrow(FeedNotFound::new);
            FeedWriter writer = new FeedWriter(standing.workspace(), standing.handle(), standing.name(), root);
            String text = writer.write(posts(handle, standing));
            return new FeedText(HexFormat.of().formatHex(LinkSecret.hash(text), 0, 16), text);
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
            where exists (
              select from member m join membership s on s.workspace_id = m.workspace_id and s.member_id = m.id
              where m.workspace_id = r.workspace_id and m.id = r.member_id and m.disabled_at is null
                and (s.brand_id is null or s.brand_id = r.brand_id))
            """)
                .bind("now", clock.instant())
                .bind("hash", new LinkSecret(secret).hash())
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

    private record Standing(WorkspaceId workspace, MemberId member, BrandId brand, String handle, String name) {}
}
