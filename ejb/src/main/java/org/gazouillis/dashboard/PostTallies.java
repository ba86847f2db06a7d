package org.gazouillis.dashboard;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gazouillis.kernel.StatusId;
import org.gazouillis.kernel.TimeRange;
import org.gazouillis.rollup.Tally;
import org.gazouillis.rollup.Window;
import org.gazouillis.tenancy.Sql;

/// The counts of a period post by post: what a mean of rates is made of, and how far chance may reach.
final class PostTallies {
    private PostTallies() {}

    /// Each post that was published in the period, with what it gathered until now.
    static List<Row> published(Asked asked) {
        return asked.isOfAccounts() ? besideTotals(asked) : withTotals(asked);
    }

    /// All totals of the period lie together; to look up one for each post takes three times as long.
    private static List<Row> besideTotals(Asked asked) {
        Map<StatusId, Tally> totals = new HashMap<>();
        asked.ofTotals("select t.status_id, " + Tally.columns("t.?"))
                .map(Sql.row(Total.class))
                .forEach(total -> totals.put(total.statusId(), total.tally()));
        return asked.ofPublished("select s.id as status_id, s.created_at", "", " order by s.id")
                .map(Sql.row(Published.class))
                .map(post ->
                        new Row(post.statusId(), post.createdAt(), totals.getOrDefault(post.statusId(), Tally.NONE)))
                .list();
    }

    private static List<Row> withTotals(Asked asked) {
        return asked.ofPublished(
                        "select s.id as status_id, s.created_at, " + Tally.columns("coalesce(t.?, 0) as ?"),
                        Asked.TOTALS,
                        " order by s.id")
                .map(Sql.row(Row.class))
                .list();
    }

    /// Of each post that has any event in the period, or of each that was published in it, as the window says.
    static List<Tally> of(Asked asked, SettledDays settledDays) {
        return asked.query().window() == Window.POST
                ? published(asked).stream().map(Row::tally).toList()
                : ofActive(asked, settledDays);
    }

    private static List<Tally> ofActive(Asked asked, SettledDays settledDays) {
        Map<StatusId, Tally> byPost = new TreeMap<>(Comparator.comparingLong(StatusId::value));
        PeriodCut cut = PeriodCut.of(asked.query().period(), Step.DAY);
        for (DayRange days : cut.wholeDays()) {
            SettledPosts.read(asked, days, settledDays)
                    .forEach(asked, (post, tally) -> byPost.merge(post, tally, Tally::plus));
        }
        for (TimeRange part : cut.quarters()) {
            if (asked.isSettled(part)) {
                SettledPosts.read(asked, part, settledDays)
                        .forEach(asked, (post, tally) -> byPost.merge(post, tally, Tally::plus));
            } else {
                gather(asked, part, byPost);
            }
        }
        return List.copyOf(byPost.values());
    }

    private static void gather(Asked asked, TimeRange part, Map<StatusId, Tally> byPost) {
        asked.inBrand("with b as materialized (select subject_id, " + Tally.columns("sum(?) as ?") + """
                         from quarter_bucket
                        where workspace_id = :workspace and brand_id = :brand and dimension = 'STATUS'
                          and quarter >= :from and quarter < :to group by 1)
                        select b.subject_id as status_id, s.created_at,
                        """
                        + Tally.columns("b.?") + """
                         from b
                        join status s on s.id = b.subject_id
                        join social_account a on a.profile_id = s.profile_id and a.workspace_id = :workspace
                          and a.brand_id = :brand
                        where s.publication_id is not null and
                        """ + asked.belongs())
                .bind("subject", asked.subject())
                .bind("from", part.from())
                .bind("to", part.to())
                .map(Sql.row(Row.class))
                .forEach(row -> byPost.merge(row.statusId(), row.tally(), Tally::plus));
    }

    record Total(StatusId statusId, Tally tally) {}

    record Published(StatusId statusId, Instant createdAt) {}

    record Row(StatusId statusId, Instant createdAt, Tally tally) {}
}
