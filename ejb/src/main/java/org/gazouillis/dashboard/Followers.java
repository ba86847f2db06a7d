package org.gazouillis.dashboard;

import java.time.LocalDate;
import java.time.ZoneId;
import org.gazouillis.rollup.Dimension;
import org.jspecify.annotations.Nullable;

/// Counts followers back from today.
final class Followers {
    private Followers() {}

    /// Those who follow now, less those who came and plus those who went after the end of the period. Null where
    /// followers cannot be told apart.
    static @Nullable Long atEnd(Asked asked) {
        if (asked.dimension() != Dimension.BRAND && asked.dimension() != Dimension.ACCOUNT) {
            return null;
        }
        ZoneId zone = asked.query().period().zone();
        LocalDate after = asked.query().period().lastDay().plusDays(1);
        return asked.ofSubject("""
                        select (select count(*) from follow f join social_account a on a.profile_id = f.author_id
                                where a.workspace_id = :workspace and a.brand_id = :brand
                                  and (:dimension = 'BRAND' or a.profile_id = :subject))
                             - (select coalesce(sum(follows - unfollows), 0) from quarter_bucket
                                where workspace_id = :workspace and brand_id = :brand and dimension = :dimension
                                  and subject_id = :subject and quarter >= :to and quarter < :midnight)
                             - (select coalesce(sum(follows - unfollows), 0) from day_bucket
                                where workspace_id = :workspace and brand_id = :brand and dimension = :dimension
                                  and subject_id = :subject and day >= :day)
                        """)
                .bind("to", asked.range().to())
                .bind("midnight", after.atStartOfDay(zone).toInstant())
                .bind("day", after)
                .mapTo(Long.class)
                .one();
    }
}
