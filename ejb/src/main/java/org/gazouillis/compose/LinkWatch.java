package org.gazouillis.compose;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.PostId;
import org.gazouillis.kernel.Tick;
import org.gazouillis.kernel.WorkspaceId;
import org.gazouillis.tenancy.Sql;
import org.gazouillis.tenancy.WorkerDb;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/// Follows the links of posts once more in the last hour before they go out, and tells of dead ones. It holds nothing
/// up: the post goes out at its time, whatever is found.
@ApplicationScoped
public class LinkWatch implements Tick {
    private static final int BATCH = 50;
    /// For each post, while all are followed at once.
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private Jdbi db;
    private FollowedLinks links;

    @Inject
    public LinkWatch(@WorkerDb Jdbi db, FollowedLinks links) {
        this.db = db;
        this.links = links;
    }

    @SuppressWarnings("NullAway.Init")
    LinkWatch() {}

    @Override
    public String name() {
        return "link-watch";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(30);
    }

    /// Three steps: what is due soon, following it outside any transaction, and what came of it.
    @Override
    public void run() {
        List<Soon> soon = db.withHandle(LinkWatch::soon);
        Map<Soon, Leads> leads = db.withHandle(handle -> leads(handle, soon));
        leads.values().forEach(each -> links.follow(each.outside(), Duration.ZERO));
        leads.values().forEach(each -> links.follow(each.outside(), PATIENCE));
        if (!leads.isEmpty()) {
            db.useTransaction(handle -> write(handle, leads));
        }
    }

    private static List<Soon> soon(Handle handle) {
        return handle.createQuery("""
                        select p.workspace_id, p.brand_id, p.id, p.revision, p.text, p.lang, p.due_at, p.parts::text as parts,
                               p.variants::text as variants, p.trial ->> 'text' as second
                        from post p
                        where p.state = 'SCHEDULED' and p.due_at > now() and p.due_at <= now() + interval '1 hour'
                          and (cardinality(p.urls) > 0 or p.parts is not null or p.variants is not null
                            or p.trial is not null)
                          and not exists (select from link_check c where c.workspace_id = p.workspace_id
                                            and c.post_id = p.id and c.revision = p.revision)
                        order by p.due_at, p.id limit :most
                        """)
                .bind("most", BATCH)
                .map(Sql.row(Soon.class))
                .list();
    }

    private Map<Soon, Leads> leads(Handle handle, List<Soon> posts) {
        Map<Soon, Leads> leads = new LinkedHashMap<>();
        posts.forEach(
                post -> leads.put(post, Leads.of(handle, post.workspaceId(), links.own(), post.urls(), post.dueAt())));
        return leads;
    }

    private void write(Handle handle, Map<Soon, Leads> leads) {
        PreparedBatch all = handle.prepareBatch("""
                        with written as (
                          insert into link_check as c (workspace_id, post_id, brand_id, revision, dead, checked_at)
                          values (:workspace, :post, :brand, :revision, :dead, now())
                          on conflict (workspace_id, post_id) do update
                          set revision = excluded.revision, dead = excluded.dead, checked_at = now()
                          where c.revision <> excluded.revision
                          returning workspace_id, post_id, brand_id)
                        insert into outbox (kind, workspace_id, subject, payload, at)
                        select 'PostLinkDead', workspace_id, post_id, jsonb_build_object('brand', brand_id), now()
                        from written where cardinality(:dead::text[]) > 0
                        """);
        leads.forEach((post, each) -> all.bind("workspace", post.workspaceId())
                .bind("post", post.id())
                .bind("brand", post.brandId())
                .bind("revision", post.revision())
                .bind("dead", each.dead(links).toArray(String[]::new))
                .add());
        all.execute();
    }

    record Soon(
            WorkspaceId workspaceId,
            BrandId brandId,
            PostId id,
            int revision,
            String text,
            String lang,
            Instant dueAt,
            @Nullable String parts,
            @Nullable String variants,
            @Nullable String second) {
        List<String> urls() {
            Supplement supplement = Supplement.parse(null, parts, variants, lang);
            return Stream.of(
                            Stream.of(Wording.of(text, lang)),
                            supplement.parts().stream(),
                            supplement.variants().values().stream(),
                            Stream.ofNullable(second).map(words -> Wording.of(words, lang)))
                    .flatMap(each -> each)
                    .flatMap(wording -> wording.urls().stream())
                    .distinct()
                    .toList();
        }
    }
}
