package org.gazouillis.engage;

import java.util.List;
import java.util.function.Function;
import org.gazouillis.kernel.TypedId;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Appends engagements in one set-based statement, inside the caller's transaction on the worker's database.
/// What concerns no status or account of a brand is left out. Nothing is checked for repetition: callers are.
public final class EngagementLog {
    private EngagementLog() {}

    /// @return how many were kept
    public static int append(Handle handle, List<? extends Engagement> engagements) {
        if (engagements.isEmpty()) {
            return 0;
        }
        List<Row> rows = engagements.stream().map(EngagementLog::row).toList();
        return handle.createUpdate("""
                        insert into engagement (workspace_id, brand_id, profile_id, status_id, post_id, campaign_id,
                          kind, person_no, anonymous, at)
                        select a.workspace_id, a.brand_id, a.profile_id, o.id, p.post_id, c.campaign_id,
                          e.kind, e.person_no, e.anonymous = 1, e.at::timestamptz
                        from unnest(:kinds, :statuses, :accounts, :persons, :anonymous, :times)
                          as e(kind, status_id, account, person_no, anonymous, at)
                        left join status s on s.id = e.status_id
                        left join status o on o.id = coalesce(s.repost_of, s.id)
                        join social_account a on a.profile_id = coalesce(o.profile_id, e.account)
                        left join publication p on p.id = o.publication_id and p.workspace_id = a.workspace_id
                        left join post c on c.workspace_id = p.workspace_id and c.id = p.post_id
                        """)
                .bind("kinds", rows.stream().map(Row::kind).toArray(String[]::new))
                .bind("statuses", numbers(rows, Row::status))
                .bind("accounts", numbers(rows, Row::account))
                .bind("persons", numbers(rows, row -> (long) row.by().number()))
                .bind("anonymous", numbers(rows, row -> row.by().anonymous() ? 1L : 0L))
                .bind("times", rows.stream().map(Row::at).toArray(String[]::new))
                .execute();
    }

    private static Long[] numbers(List<Row> rows, Function<Row, @Nullable Long> number) {
        return rows.stream().map(number).toArray(Long[]::new);
    }

    private record Row(
            String kind, @Nullable Long status, @Nullable Long account, Person by, String at) {}

    private static Row row(Engagement engagement) {
        return switch (engagement) {
            case Engagement.Reported reported -> about(reported.kind().name(), reported.status(), reported);
            case Engagement.Like like -> about("LIKE", like.status(), like);
            case Engagement.Repost repost -> about("REPOST", repost.status(), repost);
            case Engagement.Reply reply -> about("REPLY", reply.status(), reply);
            case Engagement.Quote quote -> about("QUOTE", quote.status(), quote);
            case Engagement.Bookmark bookmark -> about("BOOKMARK", bookmark.status(), bookmark);
            case Engagement.Removed removed -> about("REMOVED", removed.status(), removed);
            case Engagement.Follow follow ->
                new Row(
                        "FOLLOW",
                        follow.from() == null ? null : follow.from().value(),
                        follow.account().value(),
                        follow.by(),
                        follow.at().toString());
            case Engagement.Withdrawal back -> {
                Row act = row(back.act());
                yield new Row(
                        "UN" + act.kind(),
                        act.status(),
                        act.account(),
                        act.by(),
                        back.at().toString());
            }
        };
    }

    private static Row about(String kind, TypedId status, Engagement engagement) {
        return new Row(
                kind, status.value(), null, engagement.by(), engagement.at().toString());
    }
}
