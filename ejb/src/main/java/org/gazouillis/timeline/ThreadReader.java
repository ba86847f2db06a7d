package org.gazouillis.timeline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import org.gazouillis.kernel.ProfileId;
import org.gazouillis.kernel.StatusId;
import org.gazouillis.microblog.CurrentReader;
import org.gazouillis.microblog.StatusNotFound;
import org.gazouillis.tenancy.AppDb;
import org.gazouillis.tenancy.CurrentMember;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Reads the conversation around a status: what it answers, up to 40 steps, and what answers it, up to 400 in the
/// order of a tree.
@ApplicationScoped
@Transactional
public class ThreadReader {
    private static final String ANCESTORS = """
            with recursive up as (
              select in_reply_to as id, 1 as step from status where id = :status
              union all
              select s.in_reply_to, up.step + 1 from up join status s on s.id = up.id where up.step < 40)
            select id from up where id is not null order by step desc
            """;
    private static final String DESCENDANTS = """
            with recursive down as (
              select id, array[id] as path from status where in_reply_to = :status
              union all
              select s.id, down.path || s.id from down join status s on s.in_reply_to = down.id
              where cardinality(down.path) < 40)
            select id from down order by path limit 400
            """;

    private final Jdbi db;
    private final CurrentReader reader;

    @Inject
    public ThreadReader(@AppDb Jdbi db, CurrentReader reader) {
        this.db = db;
        this.reader = reader;
    }

    ThreadReader() {
        this(Jdbi.create("jdbc:none"), new CurrentReader(new CurrentMember()));
    }

    /// A status between what it answers (oldest first) and what answers it.
    public record Conversation(List<StatusView> ancestors, StatusView status, List<StatusView> descendants) {}

    /// @throws StatusNotFound when there is no such status
    public StatusView status(StatusId id, @Nullable ProfileId viewer) {
        return db.withHandle(handle -> StatusViews.load(handle, List.of(id), viewer, reader.key())).stream()
                .findFirst()
                .orElseThrow(() -> new StatusNotFound(id));
    }

    /// @throws StatusNotFound when there is no such status
    public Conversation around(StatusId id, @Nullable ProfileId viewer) {
        StatusId centre = status(id, viewer).shown().id();
        return db.withHandle(handle -> {
            List<StatusId> ids = new ArrayList<>(handle.createQuery(ANCESTORS)
                    .bind("status", centre)
                    .mapTo(StatusId.class)
                    .list());
            ids.add(centre);
            ids.addAll(handle.createQuery(DESCENDANTS)
                    .bind("status", centre)
                    .mapTo(StatusId.class)
                    .list());
            return split(StatusViews.load(handle, ids, viewer, reader.key()), centre);
        });
    }

    private static Conversation split(List<StatusView> all, StatusId centre) {
        int at = all.stream().map(StatusView::id).toList().indexOf(centre);
        if (at < 0) {
            throw new StatusNotFound(centre);
        }
        return new Conversation(all.subList(0, at), all.get(at), all.subList(at + 1, all.size()));
    }
}
