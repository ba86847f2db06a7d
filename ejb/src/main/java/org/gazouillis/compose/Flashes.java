package org.gazouillis.compose;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.gazouillis.kernel.AccountId;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.PostId;
import org.gazouillis.tenancy.MemberScope;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// What keeps flashes worth their name: they go to the built-in timeline, and a few a day at most, because readers
/// acknowledge nothing that shouts every hour.
///
/// @param builtIn the brand's accounts on the built-in timeline
record Flashes(Handle handle, MemberScope member, BrandId brand, List<AccountId> builtIn) {
    /// Of one account on one day by UTC.
    static final int MOST = 3;

    List<Check> checks(List<AccountId> accounts, Plan plan, Instant now, @Nullable PostId editing) {
        List<AccountId> here = accounts.stream().filter(builtIn::contains).toList();
        List<Check> found = new ArrayList<>();
        if (here.isEmpty()) {
            found.add(Check.error(
                    Check.Code.FLASH_ACCOUNT,
                    "A flash needs an account on the built-in timeline: other networks know none. Choose one, or take"
                            + " the mark away."));
        }
        Instant at = at(plan, now, editing);
        if (at != null && !here.isEmpty()) {
            LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
            if (planned(here, day, editing) >= MOST) {
                found.add(Check.error(
                        Check.Code.FLASHES_OF_DAY,
                        "There are " + MOST + " flashes of this account on " + day
                                + " (UTC) already, as many as there may be. Take the mark away, or choose another day.",
                        MOST,
                        day));
            }
        }
        return found;
    }

    /// When it would go out; null while nobody knows. A change that speaks of no time leaves a planned post where
    /// it is.
    private @Nullable Instant at(Plan plan, Instant now, @Nullable PostId editing) {
        return switch (plan) {
            case Plan.Later _ -> editing == null ? null : planned(editing);
            case Plan.Queue _ -> null;
            case Plan.Now(Duration respite) -> now.plus(respite);
            case Plan.At(DueTime due) -> due.at();
        };
    }

    private @Nullable Instant planned(PostId post) {
        return handle.createQuery("""
                        select due_at from post where workspace_id = :workspace and id = :post and state = 'SCHEDULED'
                        """)
                .bind("workspace", member.workspace())
                .bind("post", post)
                .mapTo(Instant.class)
                .findOne()
                .orElse(null);
    }

    /// Whoever else plans a flash of this brand waits until this transaction ends, so that no two take the last place.
    private int planned(List<AccountId> accounts, LocalDate day, @Nullable PostId editing) {
        handle.execute("select pg_advisory_xact_lock(hashtext('flash'), hashtext(?))", brand.toString());
        return handle.createQuery("""
                        select coalesce(max(n), 0)::int from (
                          select count(*) as n from post p cross join unnest(p.account_ids) as a (id)
                          where p.workspace_id = :workspace and p.brand_id = :brand and p.flash and p.id <> :editing
                            and p.state in ('SCHEDULED', 'CLAIMED', 'PUBLISHED') and a.id = any (:accounts)
                            and p.due_at >= :from and p.due_at < :to
                          group by a.id) of_account
                        """)
                .bind("workspace", member.workspace())
                .bind("brand", brand)
                .bind("editing", editing == null ? Long.valueOf(0) : Long.valueOf(editing.value()))
                .bind("accounts", accounts.stream().map(AccountId::value).toArray(Long[]::new))
                .bind("from", day.atStartOfDay(ZoneOffset.UTC).toInstant())
                .bind("to", day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant())
                .mapTo(Integer.class)
                .one();
    }
}
