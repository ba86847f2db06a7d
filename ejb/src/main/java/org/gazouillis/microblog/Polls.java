package org.gazouillis.microblog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gazouillis.kernel.ProfileId;
import org.gazouillis.kernel.StatusId;
import org.gazouillis.tenancy.AppDb;
import org.gazouillis.tenancy.Sql;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Takes votes and shows how a poll stands. A poll is named by its status; a repost stands for its original.
@ApplicationScoped
@Transactional
public class Polls {
    private Jdbi db;
    private Voices voices;

    @Inject
    public Polls(@AppDb Jdbi db, Voices voices) {
        this.db = db;
        this.voices = voices;
    }

    @SuppressWarnings("NullAway.Init")
    Polls() {}

    /// @param viewer whose choice is shown
    /// @throws PollNotFound when there is none
    public Poll one(StatusId status, @Nullable ProfileId viewer) {
        return db.withHandle(handle -> {
            StatusId original = Ballot.of(handle, status).status();
            Poll poll = among(handle, List.of(original), viewer).get(original);
            if (poll == null) {
                throw new PollNotFound(status);
            }
            return poll;
        });
    }

    /// Votes once and for all, with all that is chosen.
    ///
    /// @param choices places of options, from 0
    /// @throws PollNotFound when there is none
    /// @throws VoteRefused when it has ended, is one's own, was voted in already, or offers something else
    public void vote(StatusId status, Collection<Integer> choices, @Nullable ProfileId as) {
        ProfileId voter = voices.require(as);
        db.useHandle(handle -> Ballot.held(handle, status).cast(handle, voter, choices));
    }

    /// The polls of those of these statuses that ask something, in one query.
    public static Map<StatusId, Poll> among(Handle handle, Collection<StatusId> statuses, @Nullable ProfileId viewer) {
        if (statuses.isEmpty()) {
            return Map.of();
        }
        return handle
                .createQuery("""
                        select o.status_id, o.multiple, o.hide_totals, o.ends_at, o.ends_at <= now() as ended, o.voters,
                               o.options, o.counts::bigint[] as counts, s.profile_id = :viewer as own,
                               coalesce(v.choices, '{}')::bigint[] as chosen
                        from poll o join status s on s.id = o.status_id
                        left join poll_vote v on v.status_id = o.status_id and v.profile_id = :viewer
                        where o.status_id = any (:statuses)
                        """)
                .bind("viewer", viewer == null ? 0 : viewer.value())
                .bind("statuses", statuses.stream().map(StatusId::value).toArray(Long[]::new))
                .map(Sql.row(Row.class))
                .stream()
                .collect(Collectors.toMap(Row::statusId, Row::poll));
    }

    record Row(
            StatusId statusId,
            boolean multiple,
            boolean hideTotals,
            Instant endsAt,
            boolean ended,
            int voters,
            List<String> options,
            List<Long> counts,
            boolean own,
            List<Long> chosen) {
        Poll poll() {
            List<Poll.Option> offered = IntStream.range(0, options.size())
                    .mapToObj(place -> new Poll.Option(
                            options.get(place), counts.get(place).intValue()))
                    .toList();
            List<Integer> mine = chosen.stream().map(Long::intValue).toList();
            return new Poll(statusId, multiple, hideTotals, endsAt, ended, voters, offered, own, mine);
        }
    }
}
