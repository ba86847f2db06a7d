package org.gazouillis.timeline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.gazouillis.kernel.ProfileId;
import org.gazouillis.kernel.StatusId;
import org.gazouillis.microblog.CurrentReader;
import org.gazouillis.tenancy.AppDb;
import org.gazouillis.tenancy.CurrentMember;
import org.jdbi.v3.core.Jdbi;

/// Reads the flashes that wait for a follower's acknowledgement, the newest first. Flashes are rare, so those of the
/// last day are found by their own small index, whomever one follows.
@ApplicationScoped
@Transactional
public class FlashReader {
    /// How long a flash is news.
    public static final Duration FRESH = Duration.ofHours(24);

    private static final int MOST = 5;
    private static final String WAITING = """
            select s.id from status s
            join follow f on f.author_id = s.profile_id and f.follower_id = :viewer
            where s.flash and s.created_at > :since and s.removed_at is null
              and not exists (select from flash_acknowledgement a where a.status_id = s.id and a.profile_id = :viewer)
            order by s.id desc limit :most
            """;

    private final Jdbi db;
    private final CurrentReader reader;
    private final Clock clock;

    @Inject
    public FlashReader(@AppDb Jdbi db, CurrentReader reader, Clock clock) {
        this.db = db;
        this.reader = reader;
        this.clock = clock;
    }

    FlashReader() {
        this(Jdbi.create("jdbc:none"), new CurrentReader(new CurrentMember()), Clock.systemUTC());
    }

    /// At most five; the next come when these are acknowledged.
    public List<StatusView> waiting(ProfileId viewer) {
        return db.withHandle(handle -> {
            List<StatusId> ids = handle.createQuery(WAITING)
                    .bind("viewer", viewer)
                    .bind("since", clock.instant().minus(FRESH))
                    .bind("most", MOST)
                    .mapTo(StatusId.class)
                    .list();
            return StatusViews.load(handle, ids, viewer, reader.key());
        });
    }
}
