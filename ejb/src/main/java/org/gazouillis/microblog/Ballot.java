package org.gazouillis.microblog;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.gazouillis.kernel.ProfileId;
import org.gazouillis.kernel.StatusId;
import org.gazouillis.network.PollTerms;
import org.gazouillis.tenancy.Sql;
import org.jdbi.v3.core.Handle;

/// What a vote is held against. Votes of one poll come one after the other: the row is held until the vote is
/// written and counted, so that the counts always equal a recount. The time is the database's, as the claim's is.
///
/// @param status the original, never a repost
record Ballot(StatusId status, ProfileId author, int options, boolean multiple, boolean ended) {
    private static final String FIND = """
            select o.status_id as status, s.profile_id as author, cardinality(o.options) as options, o.multiple,
                   o.ends_at <= now() as ended
            from status named
            join status s on s.id = coalesce(named.repost_of, named.id) and s.removed_at is null
            join poll o on o.status_id = s.id
            where named.id = :status %s
            """;

    /// Puts it beside a status that is being written.
    static void open(Handle handle, StatusId status, PollTerms terms) {
        handle.createUpdate("""
                        insert into poll (status_id, options, multiple, hide_totals, ends_at, counts)
                        values (:status, :options, :multiple, :hideTotals, now() + make_interval(secs => :seconds),
                                array_fill(0, array[:size]))
                        """)
                .bind("status", status)
                .bind("options", terms.options().toArray(String[]::new))
                .bind("multiple", terms.multiple())
                .bind("hideTotals", terms.hideTotals())
                .bind("seconds", terms.lasts().toSeconds())
                .bind("size", terms.options().size())
                .execute();
    }

    /// @throws PollNotFound when there is none
    static Ballot of(Handle handle, StatusId status) {
        return find(handle, status, "");
    }

    /// The same, and nobody else's until this transaction ends.
    static Ballot held(Handle handle, StatusId status) {
        return find(handle, status, "for no key update of o");
    }

    private static Ballot find(Handle handle, StatusId status, String how) {
        return handle.createQuery(String.format(Locale.ROOT, FIND, how))
                .bind("status", status)
                .map(Sql.row(Ballot.class))
                .findOne()
                .orElseThrow(() -> new PollNotFound(status));
    }

    /// @throws VoteRefused when the vote does not count
    void cast(Handle handle, ProfileId voter, Collection<Integer> wished) {
        List<Integer> choices = wished.stream().distinct().sorted().toList();
        require(voter, choices);
        int counted = handle.createUpdate("""
                        with cast_vote as (
                          insert into poll_vote (status_id, profile_id, choices, at)
                          values (:status, :voter, :choices::bigint[]::int[], now())
                          on conflict do nothing returning choices)
                        update poll o
                        set voters = o.voters + 1,
                            counts = array(select c.votes + (c.n - 1 = any (v.choices))::int
                                           from unnest(o.counts) with ordinality c (votes, n) order by c.n)
                        from cast_vote v where o.status_id = :status
                        """)
                .bind("status", status)
                .bind("voter", voter)
                .bind("choices", choices.stream().map(Integer::longValue).toArray(Long[]::new))
                .execute();
        if (counted == 0) {
            throw VoteRefused.again();
        }
    }

    private void require(ProfileId voter, List<Integer> choices) {
        if (ended) {
            throw VoteRefused.ended();
        }
        if (voter.equals(author)) {
            throw VoteRefused.own();
        }
        if (choices.isEmpty() || choices.getFirst() < 0 || choices.getLast() >= options) {
            throw VoteRefused.choice(options);
        }
        if (choices.size() > 1 && !multiple) {
            throw VoteRefused.several();
        }
    }
}
