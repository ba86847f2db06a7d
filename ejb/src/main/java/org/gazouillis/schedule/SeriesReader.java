package org.gazouillis.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gazouillis.compose.DueTime;
import org.gazouillis.compose.GapRule;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.PostId;
import org.gazouillis.kernel.SeriesId;
import org.gazouillis.security.BrandNotFound;
import org.gazouillis.security.Permission;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.AppDb;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.tenancy.Sql;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Reads series and what they will say when, before anything is saved, too.
@ApplicationScoped
public class SeriesReader {
    private static final int MOST = 200;
    private static final String SHEET = """
            select s.id, s.brand_id, s.name, s.text, s.lang, s.account_ids, s.campaign_id, s.rule, s.starts_at, s.zone,
                   s.gap_rule, s.spares_days_off, s.state, s.version, s.created_at, c.coming, c.next_at
            from series s
            cross join lateral (
              select count(*)::int as coming, min(p.due_at) as next_at from series_occurrence o
              join post p on p.workspace_id = o.workspace_id and p.id = o.post_id
              where o.workspace_id = s.workspace_id and o.series_id = s.id and o.state = 'PLANNED'
                and p.state = 'SCHEDULED' and p.due_at > now()) c
            where s.workspace_id = :workspace and %s
            """;

    private Jdbi db;
    private Permissions permissions;

    @Inject
    public SeriesReader(@AppDb Jdbi db, Permissions permissions) {
        this.db = db;
        this.permissions = permissions;
    }

    @SuppressWarnings("NullAway.Init")
    SeriesReader() {}

    /// A brand's series, those that go on first, at most 200.
    @Transactional
    public List<SeriesSheet> of(BrandId brand) {
        MemberScope member = permissions.require(brand, Permission.VIEW);
        return db.withHandle(handle -> handle.createQuery(String.format(
                        Locale.ROOT,
                        SHEET,
                        "s.brand_id = :brand order by s.state = 'ENDED', c.next_at nulls last, s.id limit :most"))
                .bind("workspace", member.workspace())
                .bind("brand", brand)
                .bind("most", MOST)
                .map(Sql.row(SeriesSheet.class))
                .list());
    }

    /// @throws SeriesNotFound when there is none that the member may see
    @Transactional
    public SeriesSheet one(SeriesId id) {
        MemberScope member = permissions.requireScope("read");
        return db.withHandle(handle -> handle.createQuery(String.format(Locale.ROOT, SHEET, "s.id = :id"))
                .bind("workspace", member.workspace())
                .bind("id", id)
                .map(Sql.row(SeriesSheet.class))
                .findOne()
                .filter(sheet -> isSeen(sheet.brandId()))
                .orElseThrow(() -> new SeriesNotFound(id)));
    }

    /// The next occurrences of a wish, whether saved or not.
    ///
    /// @throws RuleNotUsable when its rule cannot be read or never happens
    @Transactional
    public List<Occurrence> preview(SeriesWish wish, int most) {
        MemberScope member = permissions.require(wish.brand(), Permission.VIEW);
        return db.withHandle(handle -> coming(handle, member, wish, Map.of(), most));
    }

    /// The next occurrences of a series, left out ones too.
    ///
    /// @throws SeriesNotFound when there is none that the member may see
    @Transactional
    public List<Occurrence> coming(SeriesId id, int most) {
        SeriesWish wish = one(id).wish();
        MemberScope member = permissions.require(wish.brand(), Permission.VIEW);
        return db.withHandle(handle -> coming(handle, member, wish, written(handle, member, id), most));
    }

    private static List<Occurrence> coming(
            Handle handle, MemberScope member, SeriesWish wish, Map<LocalDateTime, Written> written, int most) {
        Instant now = handle.createQuery("select now()").mapTo(Instant.class).one();
        Set<LocalDate> off = wish.sparesDaysOff() ? daysOff(handle, member, wish.brand()) : Set.of();
        LocalDateTime from = LocalDateTime.ofInstant(now, wish.zone());
        return wish.usable().between(from.minusDays(1), from.plusYears(20), Math.clamp(most, 1, MOST) + 48).stream()
                .map(local -> occurrence(wish, local, off, written.get(local)))
                .filter(each -> each.at().isAfter(now))
                .limit(most)
                .toList();
    }

    private static Occurrence occurrence(
            SeriesWish wish, LocalDateTime local, Set<LocalDate> off, @Nullable Written written) {
        PublishTime time = PublishTime.of(local, wish.zone(), wish.gapRule());
        if (written == null) {
            return new Occurrence(time.due(), time.remark(), reason(wish, local, off), null);
        }
        boolean movedByHand =
                written.dueAt() != null && !written.dueAt().equals(time.due().at());
        DueTime due = movedByHand && written.dueAt() != null
                ? new DueTime(written.dueAt(), local, wish.zone(), GapRule.EXACT)
                : time.due();
        return new Occurrence(due, time.remark(), written.reason(), written.postId());
    }

    private static @Nullable String reason(SeriesWish wish, LocalDateTime local, Set<LocalDate> off) {
        if (wish.without().contains(local)) {
            return "by hand";
        }
        if (PublishTime.isOnNoDay(local, wish.zone().getRules())) {
            return "no such day";
        }
        return off.contains(local.toLocalDate()) ? "day off" : null;
    }

    private static Map<LocalDateTime, Written> written(Handle handle, MemberScope member, SeriesId id) {
        return handle
                .createQuery("""
                        select o.local_date, o.slot, o.reason, o.post_id, p.due_at from series_occurrence o
                        left join post p on p.workspace_id = o.workspace_id and p.id = o.post_id
                        where o.workspace_id = :workspace and o.series_id = :series and o.local_date >= current_date - 2
                        """)
                .bind("workspace", member.workspace())
                .bind("series", id)
                .map(Sql.row(Written.class))
                .list()
                .stream()
                .collect(Collectors.toMap(each -> each.localDate().atTime(each.slot()), Function.identity()));
    }

    private static Set<LocalDate> daysOff(Handle handle, MemberScope member, BrandId brand) {
        return handle.createQuery("select day from day_off where workspace_id = :workspace and brand_id = :brand")
                .bind("workspace", member.workspace())
                .bind("brand", brand)
                .mapTo(LocalDate.class)
                .set();
    }

    private boolean isSeen(BrandId brand) {
        try {
            permissions.require(brand, Permission.VIEW);
            return true;
        } catch (BrandNotFound unseen) {
            return false;
        }
    }

    record Written(
            LocalDate localDate,
            LocalTime slot,
            @Nullable String reason,
            @Nullable PostId postId,
            @Nullable Instant dueAt) {}
}
