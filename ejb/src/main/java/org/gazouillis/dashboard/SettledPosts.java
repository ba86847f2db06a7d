package org.gazouillis.dashboard;

import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.gazouillis.kernel.StatusId;
import org.gazouillis.kernel.TimeRange;
import org.gazouillis.rollup.Tally;
import org.gazouillis.tenancy.Sql;

/// What each published post of a brand gathered in settled days, whatever the subject that is asked for.
record SettledPosts(List<Row> rows) implements SettledDays.Settled {
    private static final int ROW_BYTES = 250;

    /// @param profileId of the account that it was published with
    record Row(StatusId statusId, long profileId, Tally tally) {}

    private record What() {}

    private record WhatPart(TimeRange part) {}

    static SettledPosts read(Asked asked, DayRange days, SettledDays settledDays) {
        return settledDays.read(asked, days, new What(), SettledPosts.class, () -> new SettledPosts(load(asked, days)));
    }

    /// The same of a part that is no whole days.
    static SettledPosts read(Asked asked, TimeRange part, SettledDays settledDays) {
        return settledDays.read(
                asked,
                asked.days(part),
                new WhatPart(part),
                SettledPosts.class,
                () -> new SettledPosts(load(asked, "quarter_bucket", "quarter", part.from(), part.to())));
    }

    private static List<Row> load(Asked asked, DayRange days) {
        return load(asked, "day_bucket", "day", days.from(), days.to());
    }

    private static List<Row> load(Asked asked, String table, String time, Object from, Object to) {
        return asked.inBrand(
                        // Added up first: rows of a period lie together by their time, those of a post are scattered.
                        "with b as materialized (select subject_id, " + Tally.columns("sum(?) as ?") + " from " + table
                                + """
                         where workspace_id = :workspace and brand_id = :brand and dimension = 'STATUS'
                          and
                        """ + time + " >= :from and " + time + """
                         < :to group by 1)
                        select s.id as status_id, s.profile_id,
                        """
                                + Tally.columns("b.?") + """
                         from b join status s on s.id = b.subject_id where s.publication_id is not null
                        """)
                .bind("from", from)
                .bind("to", to)
                .map(Sql.row(Row.class))
                .list();
    }

    /// Hands over those that belong to what is asked for.
    void forEach(Asked asked, BiConsumer<StatusId, Tally> each) {
        boolean byProfile = asked.isOfAccounts();
        Set<Long> belonging = byProfile ? asked.profiles() : statuses(asked);
        for (Row row : rows) {
            if (belonging.contains(byProfile ? row.profileId() : row.statusId().value())) {
                each.accept(row.statusId(), row.tally());
            }
        }
    }

    private Set<Long> statuses(Asked asked) {
        return asked.inBrand("""
                        select s.id from unnest(:ids) as wanted(id) join status s on s.id = wanted.id
                        join social_account a on a.profile_id = s.profile_id and a.workspace_id = :workspace
                          and a.brand_id = :brand
                        where
                        """ + asked.belongs())
                .bind("subject", asked.subject())
                .bind("ids", rows.stream().map(row -> row.statusId().value()).toArray(Long[]::new))
                .mapTo(Long.class)
                .set();
    }

    @Override
    public long weight() {
        return (long) ROW_BYTES * rows.size();
    }
}
