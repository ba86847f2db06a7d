package org.gazouillis.compose;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.gazouillis.kernel.AccountId;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.PostId;
import org.gazouillis.network.Likeness;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.tenancy.Sql;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The posts that go out on the same accounts about the same time, and what of a new one they make worth a remark.
///
/// @param nearest the nearest on either side, at most [#MOST] each
record Neighbours(List<Neighbour> nearest, Instant at, ZoneId zone) {
    private static final int MOST = 250;
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    static Neighbours of(
            Handle handle,
            MemberScope member,
            BrandId brand,
            List<AccountId> accounts,
            Instant at,
            ZoneId zone,
            @Nullable PostId except) {
        List<Neighbour> nearest = handle.createQuery("""
                        with near as (
                          (select id, text, due_at, account_ids, state from post
                           where workspace_id = :workspace and brand_id = :brand
                             and due_at <= :at and due_at > :at::timestamptz - interval '24 hours'
                             and account_ids && :accounts and id <> :except
                             and state in ('SCHEDULED', 'CLAIMED', 'PUBLISHED')
                           order by due_at desc, id desc limit :most)
                          union all
                          (select id, text, due_at, account_ids, state from post
                           where workspace_id = :workspace and brand_id = :brand
                             and due_at > :at and due_at < :at::timestamptz + interval '24 hours'
                             and account_ids && :accounts and id <> :except
                             and state in ('SCHEDULED', 'CLAIMED', 'PUBLISHED')
                           order by due_at, id limit :most))
                        select id, text, due_at from near order by due_at, id
                        """)
                .bind("workspace", member.workspace())
                .bind("brand", brand)
                .bind("at", at)
                .bind("accounts", accounts.stream().map(AccountId::value).toArray(Long[]::new))
                .bind("except", except == null ? Long.valueOf(0) : Long.valueOf(except.value()))
                .bind("most", MOST)
                .map(Sql.row(Neighbour.class))
                .list();
        return new Neighbours(nearest, at, zone);
    }

    List<Check> remarks(String text) {
        List<Check> found = new ArrayList<>();
        Likeness mine = new Likeness(text);
        nearest.stream()
                .filter(each -> mine.isNear(new Likeness(each.text())))
                .findFirst()
                .ifPresent(twin -> found.add(twin.text().equals(text) ? same(twin) : near(twin)));
        List<Neighbour> sameHour = nearest.stream()
                .filter(each -> hour(each.dueAt()).equals(hour(at)))
                .toList();
        if (!sameHour.isEmpty()) {
            String first = clock(sameHour.getFirst().dueAt());
            found.add(Check.note(
                    Check.Code.SAME_HOUR,
                    sameHour.size() + " more in the same hour on the same account, the first at " + first
                            + ". Choose another hour if they should not compete.",
                    sameHour.size(),
                    first));
        }
        return found;
    }

    private Check same(Neighbour twin) {
        return Check.warning(
                Check.Code.SAME_TEXT,
                "The same text goes out on the same account within 24 hours, at " + when(twin)
                        + ". Reword it, or choose another day.",
                when(twin));
    }

    private Check near(Neighbour twin) {
        return Check.warning(
                Check.Code.NEAR_DUPLICATE,
                "Nearly the same text goes out on the same account within 24 hours, at " + when(twin) + ": “"
                        + twin.text() + "”. Reword it, or choose another day.",
                when(twin),
                twin.text());
    }

    private String when(Neighbour post) {
        return post.dueAt().atZone(zone).toLocalDate() + " " + clock(post.dueAt());
    }

    private String clock(Instant instant) {
        return CLOCK.format(instant.atZone(zone));
    }

    private java.time.ZonedDateTime hour(Instant instant) {
        return instant.atZone(zone).truncatedTo(ChronoUnit.HOURS);
    }

    record Neighbour(PostId id, String text, Instant dueAt) {}
}
