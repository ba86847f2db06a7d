package org.gazouillis.dashboard;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.gazouillis.kernel.TimeRange;
import org.gazouillis.rollup.Dimension;
import org.gazouillis.rollup.Tally;
import org.gazouillis.tenancy.Sql;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/// Reads the rolled-up rows of one brand and period, one by one: they are never all in memory.
final class PivotRows {
    private static final int FETCHED_AT_ONCE = 2_000;
    private static final String COUNTS = Tally.columns("?") + ", follows, unfollows";
    private static final String PEOPLE = "people, anonymous, engaged";
    private static final String NO_PEOPLE = "null::bytea as people, null::bytea as anonymous, null::bytea as engaged";
    private static final String TRAITS =
            "select s.id, a.id as account, s.lang, s.hashtags, o.campaign_id as campaign, o.author_id as author,"
                    + " s.attachments is not null as image, cardinality(s.urls) > 0 as link";
    private static final String POSTS = """
             left join publication p on p.workspace_id = a.workspace_id and p.id = s.publication_id
             left join post o on o.workspace_id = p.workspace_id and o.id = p.post_id
            """;
    private static final String STATUSES = """
             where a.workspace_id = :workspace and a.brand_id = :brand and s.id in (
            """;

    private final Asked asked;
    private final PeriodCut cut;
    private final Long @Nullable [] only;
    private final PivotBudget budget;

    /// @param step hours when it matters at which hour something happened
    /// @param only statuses that count; null when all do
    /// @param budget from which every row is taken
    PivotRows(Asked asked, Step step, @Nullable Set<Long> only, PivotBudget budget) {
        this.asked = asked;
        this.cut = PeriodCut.of(asked.query().period(), step);
        this.only = only == null ? null : only.toArray(Long[]::new);
        this.budget = budget;
    }

    /// A rolled-up row and whose it is.
    record Row(long subjectId, BucketRow bucket) {}

    /// Events of the period.
    void active(Dimension dimension, boolean people, Consumer<Row> reader) {
        read(
                bindCut(asked.inBrand(activeSql("subject_id, quarter, day, " + COUNTS + ", " + people(people, "")))
                        .bind("by", dimension.name())),
                reader);
    }

    /// Posts published in the period, with everything they gathered until now.
    void published(boolean people, Consumer<Row> reader) {
        read(
                bindOnly(asked.ofPublished(
                        "select s.id as subject_id, s.created_at as quarter, null::date as day, "
                                + Tally.columns("coalesce(t.?, 0) as ?") + ", 0 as follows, 0 as unfollows, "
                                + people(people, "t."),
                        Asked.TOTALS,
                        onlyOf("s.id"))),
                reader);
    }

    /// The traits of whatever [#active] reads of statuses.
    void activeTraits(Consumer<PostTraits.Row> reader) {
        traits(
                bindCut(asked.inBrand(TRAITS + " from social_account a join status s on s.profile_id = a.profile_id"
                                + POSTS + STATUSES + activeSql("subject_id") + ")"))
                        .bind("by", Dimension.STATUS.name()),
                reader);
    }

    /// The traits of whatever [#published] reads.
    void publishedTraits(Consumer<PostTraits.Row> reader) {
        traits(bindOnly(asked.ofPublished(TRAITS, POSTS, onlyOf("s.id"))), reader);
    }

    private static String people(boolean wanted, String table) {
        return wanted ? table + PEOPLE.replace(", ", ", " + table) : NO_PEOPLE;
    }

    private String activeSql(String selected) {
        List<String> parts = new ArrayList<>();
        parts.add(part("day_bucket", "null::timestamptz as quarter, b.day", "b.day >= :first and b.day < :last"));
        for (int end = 0; end < cut.quarters().size(); end++) {
            parts.add(part(
                    "quarter_bucket",
                    "b.quarter, null::date as day",
                    "b.quarter >= :from" + end + " and b.quarter < :to" + end));
        }
        return "select " + selected + " from (" + String.join(" union all ", parts) + ") r";
    }

    private String part(String table, String time, String condition) {
        return String.format(
                Locale.ROOT,
                "select b.subject_id, %s, %s, %s from %s b where b.workspace_id = :workspace and b.brand_id = :brand"
                        + " and b.dimension = :by and %s%s",
                time,
                COUNTS,
                PEOPLE,
                table,
                condition,
                onlyOf("b.subject_id"));
    }

    private String onlyOf(String id) {
        return only == null ? "" : " and " + id + " = any (:only)";
    }

    private Query bindCut(Query statement) {
        for (int end = 0; end < cut.quarters().size(); end++) {
            TimeRange part = cut.quarters().get(end);
            statement.bind("from" + end, part.from()).bind("to" + end, part.to());
        }
        return bindOnly(statement.bind("first", cut.firstDay()).bind("last", cut.afterLast()));
    }

    private Query bindOnly(Query statement) {
        return only == null ? statement : statement.bind("only", only);
    }

    private void read(Query statement, Consumer<Row> reader) {
        statement.setFetchSize(FETCHED_AT_ONCE).map(Sql.row(Row.class)).forEach(row -> {
            budget.take(row.bucket());
            reader.accept(row);
        });
    }

    private void traits(Query statement, Consumer<PostTraits.Row> reader) {
        statement
                .setFetchSize(FETCHED_AT_ONCE)
                .map(Sql.row(PostTraits.Row.class))
                .forEach(row -> {
                    budget.take();
                    reader.accept(row);
                });
    }
}
