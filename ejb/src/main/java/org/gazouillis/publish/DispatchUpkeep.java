package org.gazouillis.publish;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.gazouillis.kernel.PostId;
import org.gazouillis.kernel.Tick;
import org.gazouillis.kernel.TimeOrderedIds;
import org.gazouillis.tenancy.PublishDb;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Nothing stays anywhere without an end: a lease that ran out becomes something to look up, what must not go out any
/// more is held or dropped, and what nobody can look up goes to a person.
@ApplicationScoped
public class DispatchUpkeep implements Tick {
    private static final Duration UNREACHABLE = Duration.ofMinutes(10);

    private static final String LOST = """
            with lost as (
              update publication
              set state = 'UNKNOWN', fence = fence + 1, lease_until = null, next_at = now(),
                  unknowns = unknowns + (state = 'SENDING')::int, absences = case state when 'SENDING' then 0 else absences end,
                  looks = case state when 'SENDING' then 0 else looks end
              where lease_until < now() and state in ('SENDING', 'UNKNOWN')
              returning workspace_id, id)
            update attempt t set ended_at = now(), outcome = 'LOST', detail = 'The node that made this try did not come back.'
            from lost where t.workspace_id = lost.workspace_id and t.publication_id = lost.id and t.ended_at is null
            """;

    private static final String STOPPED = String.format(Locale.ROOT, """
            update publication u
            set state = case when a.state = 'DISCONNECTED' then 'REJECTED' when %1$s then 'HELD'
                             when p.late_policy = 'DROP' then 'MISSED' else 'HELD' end,
                failure = case when a.state = 'DISCONNECTED' then 'disconnected' when %1$s then 'fence' else 'late' end
            from post p, social_account a
            where u.state = 'DUE' and p.id = u.post_id and a.id = u.account_id
              and (a.state = 'DISCONNECTED' or %1$s or %2$s)
            returning u.post_id
            """, FenceGate.OVER_PUBLICATION, Leases.LATE);

    private static final String UNREACHED = """
            update publication u set state = 'NEEDS_PERSON', failure = 'unclear', lease_until = null, fence = u.fence + 1
            from social_account a
            where u.state = 'UNKNOWN' and a.id = u.account_id and a.state <> 'ACTIVE'
              and u.next_at < now() - :patience * interval '1 second'
            returning u.post_id
            """;

    private Jdbi db;
    private TimeOrderedIds ids;

    @Inject
    public DispatchUpkeep(@PublishDb Jdbi db, TimeOrderedIds ids) {
        this.db = db;
        this.ids = ids;
    }

    @SuppressWarnings("NullAway.Init")
    DispatchUpkeep() {}

    @Override
    public String name() {
        return "dispatch-upkeep";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(1);
    }

    @Override
    public void run() {
        db.useTransaction(handle -> handle.execute(LOST));
        db.useTransaction(handle ->
                settle(handle, handle.createQuery(STOPPED).mapTo(PostId.class).list()));
        db.useTransaction(handle -> settle(
                handle,
                handle.createQuery(UNREACHED)
                        .bind("patience", UNREACHABLE.toSeconds())
                        .mapTo(PostId.class)
                        .list()));
    }

    private void settle(Handle handle, List<PostId> posts) {
        PostOutcome.settle(handle, posts, ids);
    }
}
