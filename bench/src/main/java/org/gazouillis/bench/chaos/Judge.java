package org.gazouillis.bench.chaos;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gazouillis.bench.PublishGround;
import org.gazouillis.bench.netsim.Behaviour;
import org.gazouillis.bench.netsim.Ledger;
import org.gazouillis.tenancy.Sql;
import org.jspecify.annotations.Nullable;

/// Judges from outside: it reads the network's ledger and the database, and nothing that the nodes say of themselves.
final class Judge {
    private static final Set<String> ENDS = Set.of("CONFIRMED", "REJECTED", "MISSED", "HELD", "NEEDS_PERSON");

    private final List<Row> rows;
    private final List<Ledger.Stored> stored;
    private final List<Ledger.Call> calls;
    private final List<Sending> sendings;
    private final List<Finding> findings = new ArrayList<>();

    Judge(PublishGround ground, Path ledger) {
        rows = ground.worker()
                .withHandle(handle ->
                        handle.createQuery("""
                        select p.id, coalesce(a.handle, '') as account, encode(sha256(convert_to(said.text, 'UTF8')), 'hex') as hash,
                               case when said.part < u.part then 'CONFIRMED'
                                    when said.part > u.part and u.state <> 'CONFIRMED' then 'HELD' else u.state end as state,
                               p.due_at, p.state as post, a.profile_id is not null as home,
                               (select count(*) from status s where s.publication_id = u.id) as statuses,
                               coalesce(u.published_at, p.due_at) as out_at, said.part,
                               case when said.part = 1 then coalesce(jsonb_array_length(p.attachments), 0) else 0 end as images
                        from post p
                        cross join lateral (
                          select p.text, 1 as part
                          union all
                          select follows.words ->> 'text', follows.place::int + 1
                          from jsonb_array_elements(p.parts) with ordinality as follows (words, place)) said
                        left join publication u on u.post_id = p.id
                        left join social_account a on a.id = u.account_id
                        order by p.due_at, p.id, said.part
                        """).map(Sql.row(Row.class)).list());
        sendings = ground.worker()
                .withHandle(handle ->
                        handle.createQuery("""
                        select a.handle as account, t.started_at, t.ended_at, t.outcome
                        from attempt t join publication u on u.id = t.publication_id
                        join social_account a on a.id = u.account_id
                        where t.kind = 'SEND' and t.outcome in ('LATER', 'UNKNOWN')
                        """).map(Sql.row(Sending.class)).list());
        stored = Ledger.readStored(ledger);
        calls = Ledger.readCalls(ledger);
    }

    /// J1 to J5 of the rules: every post in an end state, none twice, confirmed means stored, nothing early or
    /// elsewhere, threads in one piece.
    List<Finding> all() {
        Map<String, Long> entries = stored.stream().collect(Collectors.groupingBy(Judge::name, Collectors.counting()));
        Map<String, Row> known = new HashMap<>();
        rows.forEach(row -> known.put(row.name(), row));
        find(
                "J1 every post is in an end state",
                rows.stream().filter(row -> !row.isAtAnEnd()).count());
        find(
                "J2 nothing stands there twice",
                entries.values().stream().filter(times -> times > 1).count()
                        + rows.stream().filter(row -> row.statuses() > 1).count());
        find(
                "J3 what is confirmed is there",
                rows.stream()
                        .filter(row -> row.is("CONFIRMED")
                                && !(row.home() ? row.statuses() == 1 : entries.containsKey(row.name())))
                        .count());
        find(
                "J3 what is there is confirmed, or a person is asked",
                stored.stream()
                        .map(each -> known.get(name(each)))
                        .filter(row -> row != null && !row.is("CONFIRMED") && !row.is("NEEDS_PERSON"))
                        .count());
        find(
                "J4 nothing came before its time",
                stored.stream()
                                .filter(each -> isBefore(each, known.get(name(each))))
                                .count()
                        + rows.stream().filter(Row::isEarly).count());
        find("J5 each part answers the one before it", strayParts());
        find(
                "J5 each status shows its images",
                stored.stream()
                        .filter(each -> showsOthers(each, known.get(name(each))))
                        .count());
        find(
                "J4 nothing came with other words or elsewhere",
                stored.stream().filter(each -> !known.containsKey(name(each))).count());
        return findings;
    }

    private long strayParts() {
        Map<String, String> ids = new HashMap<>();
        Map<String, String> answers = new HashMap<>();
        stored.forEach(each -> {
            ids.put(name(each), each.id());
            answers.put(name(each), each.replyTo());
        });
        long stray = 0;
        String before = "";
        for (Row row : rows) {
            String wanted = row.part() == 1 ? "" : before;
            stray += ids.containsKey(row.name()) && !wanted.equals(answers.get(row.name())) ? 1 : 0;
            before = ids.getOrDefault(row.name(), "");
        }
        return stray;
    }

    /// F9: after a 429 nobody calls for that account before the time it named. One that came when the node had given
    /// up waiting for an answer binds nobody, and stands there as a sending of unknown outcome.
    Judge waits() {
        Map<String, Instant> notBefore = new HashMap<>();
        long early = 0;
        long unheard = 0;
        for (Ledger.Call call : calls) {
            Instant earliest = notBefore.getOrDefault(call.account(), Instant.MIN);
            early += call.at().isBefore(earliest) ? 1 : 0;
            if (call.behaviour() != Behaviour.LIMIT) {
                continue;
            }
            if (sendings.stream().anyMatch(each -> each.heard(call))) {
                notBefore.put(call.account(), call.at().plus(Duration.ofSeconds(call.retryAfter())));
            } else {
                unheard++;
            }
        }
        long silent = sendings.stream()
                .filter(each -> each.outcome().equals("UNKNOWN"))
                .count();
        find("F9 no call came before the time that a 429 named", early);
        find("F9 each 429 was heard, or its answer came too late", Math.max(0, unheard - silent));
        return this;
    }

    /// What was planned in an order is there in that order, on each account.
    Judge keepsOrder() {
        Map<String, List<String>> planned = rows.stream()
                .filter(row -> row.is("CONFIRMED"))
                .collect(Collectors.groupingBy(Row::account, Collectors.mapping(Row::hash, Collectors.toList())));
        Map<String, List<String>> came = stored.stream()
                .collect(Collectors.groupingBy(
                        Ledger.Stored::account, Collectors.mapping(Ledger.Stored::hash, Collectors.toList())));
        find(
                "order is kept within each account",
                planned.entrySet().stream()
                        .filter(each -> !each.getValue().equals(came.get(each.getKey())))
                        .count());
        return this;
    }

    /// What was acknowledged is there.
    Judge keeps(Collection<Long> acknowledged) {
        Set<Long> there = rows.stream().map(Row::id).collect(Collectors.toSet());
        find(
                "no acknowledged write was lost",
                acknowledged.stream().filter(id -> !there.contains(id)).count());
        return this;
    }

    /// How late the latest went out.
    long latestSeconds() {
        return rows.stream()
                .filter(row -> row.is("CONFIRMED"))
                .mapToLong(row -> Duration.between(row.dueAt(), row.outAt()).toSeconds())
                .max()
                .orElse(0);
    }

    /// A figure that should not be larger than `limit`.
    Judge within(String name, long figure, long limit) {
        findings.add(Finding.ofTime(name, figure, limit));
        return this;
    }

    Judge needs(String name, boolean seen) {
        find(name, seen ? 0 : 1);
        return this;
    }

    private void find(String name, long violations) {
        findings.add(Finding.of(name, violations));
    }

    private static boolean isBefore(Ledger.Stored entry, @Nullable Row planned) {
        return planned != null && entry.at().isBefore(planned.dueAt());
    }

    private static boolean showsOthers(Ledger.Stored entry, @Nullable Row planned) {
        return planned != null && entry.images() != planned.images();
    }

    private static String name(Ledger.Stored entry) {
        return entry.account() + " " + entry.hash();
    }

    /// A rule, and how often it was broken.
    ///
    /// @param timed whether it hangs on how fast this machine is
    record Finding(String name, long violations, boolean timed) {
        static Finding of(String name, long violations) {
            return new Finding(name, violations, false);
        }

        static Finding ofTime(String name, long figure, long limit) {
            return new Finding(name + ": " + figure + " of at most " + limit, figure > limit ? 1 : 0, true);
        }

        boolean passed() {
            return violations == 0;
        }
    }

    /// A sending that did not bring a post there.
    record Sending(String account, Instant startedAt, Instant endedAt, String outcome) {
        boolean heard(Ledger.Call limit) {
            return outcome.equals("LATER")
                    && account.equals(limit.account())
                    && !limit.at().isBefore(startedAt)
                    && !limit.at().isAfter(endedAt);
        }
    }

    private record Row(
            long id,
            String account,
            String hash,
            @Nullable String state,
            Instant dueAt,
            String post,
            boolean home,
            long statuses,
            Instant outAt,
            int part,
            int images) {
        boolean is(String wanted) {
            return wanted.equals(state);
        }

        boolean isEarly() {
            return is("CONFIRMED") && outAt.isBefore(dueAt);
        }

        boolean isAtAnEnd() {
            return state == null ? ENDS.contains(post) : ENDS.contains(state);
        }

        String name() {
            return account + " " + hash;
        }
    }
}
