package org.gazouillis.schedule;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.gazouillis.campaign.CampaignSheet;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.tenancy.Sql;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/// What moving and copying a campaign's posts have in common: which posts are meant, and their zones' clocks.
final class CampaignDesk {
    private static final int MINUTES_A_DAY = 1_440;
    /// Posts `p` of the choice. Every question asks for workspace, brand and campaign.
    static final String CHOSEN = """
            p.workspace_id = :workspace and p.campaign_id = :campaign and p.brand_id = :brand and p.state = any (:states)
              and (:from::date is null or p.local_at >= :from::date)
              and (:to::date is null or p.local_at < :to::date + 1)
              and (:account = 0 or :account = any (p.account_ids))
            """;

    private final Handle handle;
    private final MemberScope member;
    private final CampaignSheet campaign;

    CampaignDesk(Handle handle, MemberScope member, CampaignSheet campaign) {
        this.handle = handle;
        this.member = member;
        this.campaign = campaign;
    }

    <S extends SqlStatement<S>> S bindTo(S statement, PostChoice choice) {
        return statement
                .bind("workspace", member.workspace())
                .bind("campaign", campaign.id())
                .bind("brand", campaign.brand())
                .bind("states", choice.states().stream().map(Enum::name).toArray(String[]::new))
                .bind("from", text(choice.from()))
                .bind("to", text(choice.to()))
                .bind("account", choice.account() == null ? 0 : choice.account().value());
    }

    /// The clocks of all zones of the chosen posts, around their times before and after the shift.
    ZoneSpans clocks(PostChoice choice, Shift shift) {
        List<Stretch> stretches = bindTo(handle.createQuery(String.format(Locale.ROOT, """
                                select p.zone, min(p.local_at) as first, max(p.local_at) as last from post p
                                where %s and p.zone is not null and p.local_at is not null group by p.zone
                                """, CHOSEN)), choice)
                .map(Sql.row(Stretch.class))
                .list();
        ZoneSpans spans = new ZoneSpans();
        long around = Math.abs(shift.minutes()) / MINUTES_A_DAY + 1L;
        for (Stretch each : stretches) {
            spans.add(
                    ZoneId.of(each.zone()),
                    each.first().plusDays(shift.days() - around),
                    each.last().plusDays(shift.days() + around));
        }
        return spans;
    }

    private static @Nullable String text(@Nullable Object day) {
        return day == null ? null : day.toString();
    }

    record Stretch(String zone, LocalDateTime first, LocalDateTime last) {}
}
