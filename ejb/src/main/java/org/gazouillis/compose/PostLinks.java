package org.gazouillis.compose;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.PostId;
import org.gazouillis.kernel.WorkspaceId;
import org.gazouillis.link.LinkedPost;
import org.gazouillis.link.OwnAddress;
import org.gazouillis.outbox.OutboxEvent;
import org.gazouillis.outbox.OutboxHandler;
import org.gazouillis.tenancy.Sql;
import org.gazouillis.tenancy.WorkerDb;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Tells short links whose post they stand in, as soon as it is out.
@ApplicationScoped
public class PostLinks implements OutboxHandler {
    /// Whether the post `p` bears links of ours, as SQL: only of such is `PostPublished` told.
    public static final String OF_POST = "strpos(concat_ws(' ', p.text, p.trial ->> 'text'), '/l/') > 0";

    private final Jdbi db;
    private final OwnAddress own;

    @Inject
    public PostLinks(@WorkerDb Jdbi db, OwnAddress own) {
        this.db = db;
        this.own = own;
    }

    PostLinks() {
        this(Jdbi.create("jdbc:none"), new OwnAddress("http://localhost"));
    }

    @Override
    public String name() {
        return "post-links";
    }

    @Override
    public Set<String> kinds() {
        return Set.of("PostPublished");
    }

    @Override
    public void handle(List<OutboxEvent> batch) {
        db.useTransaction(handle -> posts(handle, batch)
                .forEach(post ->
                        new LinkedPost(post.workspaceId(), post.brandId(), post.id(), post.text()).adopt(handle, own)));
    }

    private static List<Said> posts(Handle handle, List<OutboxEvent> batch) {
        return handle.createQuery("""
                        select workspace_id, brand_id, id, concat_ws(' ', text, trial ->> 'text') as text from post p
                        where p.id = any (:posts) and
                        """ + OF_POST + " order by id")
                .bind("posts", batch.stream().map(OutboxEvent::subject).toArray(Long[]::new))
                .map(Sql.row(Said.class))
                .list();
    }

    record Said(WorkspaceId workspaceId, BrandId brandId, PostId id, String text) {}
}
