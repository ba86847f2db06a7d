package org.gazouillis.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gazouillis.compose.Check;
import org.gazouillis.compose.DueTime;
import org.gazouillis.compose.GapRule;
import org.gazouillis.compose.Plan;
import org.gazouillis.compose.PostOrder;
import org.gazouillis.compose.PostVerdict;
import org.gazouillis.intake.bulk.ColumnOrder;
import org.gazouillis.kernel.AccountId;
import org.gazouillis.kernel.CampaignId;
import org.gazouillis.kernel.PostId;
import org.gazouillis.network.PostText;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/// The rows of one run in the database, always many at once.
final class BulkRows {
    private final Handle handle;
    private final BulkSheet sheet;

    BulkRows(Handle handle, BulkSheet sheet) {
        this.handle = handle;
        this.sheet = sheet;
    }

    /// What a row came to.
    ///
    /// @param accounts those it will really go to
    record Judged(int row, PostOrder order, List<AccountId> accounts, List<BulkFault> faults) {}

    void stage(List<StagedRow> rows) {
        ofRun(handle.createUpdate("""
                        insert into bulk_row (workspace_id, run_id, row_no, brand_id, line, cells, broken)
                        select :workspace, :run, r.row_no, :brand, r.line, r.cells::text[], r.broken::jsonb
                        from unnest(:rows::int[], :lines::int[], :cells, :broken) as r(row_no, line, cells, broken)
                        """))
                .bind("brand", sheet.brand())
                .bind("rows", numbers(rows, StagedRow::row))
                .bind("lines", numbers(rows, StagedRow::line))
                .bind("cells", texts(rows, row -> words(row.cells())))
                .bind("broken", texts(rows, row -> broken(row.broken())))
                .execute();
    }

    /// The next rows that are not planned, in their order.
    List<StagedRow> unplannedBehind(int row, int limit) {
        return ofRun(handle.createQuery("""
                        select row_no, line, cells, broken from bulk_row
                        where workspace_id = :workspace and run_id = :run and verdict <> 'PLANNED' and row_no > :after
                        order by row_no limit :limit
                        """))
                .bind("after", row)
                .bind("limit", limit)
                .map((found, context) -> staged(found))
                .list();
    }

    /// A row that can be planned, as it was judged.
    record Ready(int row, PostOrder order) {}

    /// The next rows that can be planned, in their order.
    List<Ready> rightBehind(int row, int limit) {
        return ofRun(handle.createQuery("""
                        select row_no, text, lang, account_ids, campaign_id, due_at, local_at, zone, gap_rule from bulk_row
                        where workspace_id = :workspace and run_id = :run and verdict = 'RIGHT' and row_no > :after
                        order by row_no limit :limit
                        """))
                .bind("after", row)
                .bind("limit", limit)
                .map((found, context) -> new Ready(found.getInt("row_no"), order(found)))
                .list();
    }

    private PostOrder order(ResultSet row) throws SQLException {
        long campaign = row.getLong("campaign_id");
        var filed = row.wasNull() ? null : new CampaignId(campaign);
        var due = new DueTime(
                row.getTimestamp("due_at").toInstant(),
                row.getObject("local_at", LocalDateTime.class),
                ZoneId.of(row.getString("zone")),
                GapRule.valueOf(row.getString("gap_rule")));
        var accounts = Stream.of((Long[]) row.getArray("account_ids").getArray())
                .map(AccountId::new)
                .toList();
        return new PostOrder(
                sheet.brand(), row.getString("text"), row.getString("lang"), accounts, filed, Plan.at(due));
    }

    /// @throws BulkNotFound when there is no such row
    /// @throws BulkNotOpen  when it is planned
    StagedRow toMend(int row) {
        var found = ofRun(handle.createQuery("""
                        select row_no, line, cells, broken, verdict from bulk_row
                        where workspace_id = :workspace and run_id = :run and row_no = :row
                        """))
                .bind("row", row)
                .map((each, context) -> new Mendable(
                        staged(each), BulkVerdict.valueOf(each.getString("verdict")) == BulkVerdict.PLANNED))
                .findOne()
                .orElseThrow(() -> BulkNotFound.row(sheet.id(), row));
        if (found.planned()) {
            throw BulkNotOpen.row(row);
        }
        return found.row();
    }

    private record Mendable(StagedRow row, boolean planned) {}

    /// Other cells, which are whole again.
    void rewrite(StagedRow row) {
        ofRun(handle.createUpdate("""
                        update bulk_row set cells = :cells, broken = null
                        where workspace_id = :workspace and run_id = :run and row_no = :row
                        """))
                .bind("cells", row.cells().toArray(String[]::new))
                .bind("row", row.row())
                .execute();
    }

    /// Writes another text into every cell of a column that holds this one.
    int replace(int place, String from, String to) {
        return ofRun(handle.createUpdate("""
                        update bulk_row set cells[:place] = :to
                        where workspace_id = :workspace and run_id = :run and verdict <> 'PLANNED'
                          and btrim(cells[:place], E' \\t\\r\\n') = :from
                        """))
                .bind("place", place)
                .bind("from", from)
                .bind("to", to)
                .execute();
    }

    /// What the column of days tells as a whole, planned rows too.
    ColumnOrder order() {
        if (sheet.dayPlace() == 0) {
            return ColumnOrder.OPEN;
        }
        return ofRun(handle.createQuery("""
                        select line, cells[:place] as day from bulk_row
                        where workspace_id = :workspace and run_id = :run order by row_no
                        """))
                .bind("place", sheet.dayPlace())
                .reduceRows(
                        ColumnOrder.OPEN,
                        (order, row) ->
                                order.seeing(row.getColumn("line", Integer.class), row.getColumn("day", String.class)));
    }

    void judge(List<Judged> rows) {
        ofRun(handle.createUpdate("""
                        update bulk_row b
                        set faults = r.faults::jsonb, text = r.text, lang = r.lang, account_ids = r.accounts::bigint[],
                            campaign_id = r.campaign, due_at = r.due::timestamptz, local_at = r.local::timestamp,
                            zone = r.zone, gap_rule = r.rule, verdict = 'WRONG'
                        from unnest(:rows::int[], :faults, :texts, :langs, :accounts, :campaigns, :dues, :locals, :zones,
                                    :rules)
                          as r(row_no, faults, text, lang, accounts, campaign, due, local, zone, rule)
                        where b.workspace_id = :workspace and b.run_id = :run and b.row_no = r.row_no
                        """))
                .bind("rows", numbers(rows, Judged::row))
                .bind("faults", texts(rows, row -> BulkFault.toJson(row.faults())))
                .bind("texts", texts(rows, row -> PostText.normalise(row.order().text())))
                .bind("langs", texts(rows, row -> row.order().lang()))
                .bind("accounts", texts(rows, BulkRows::accounts))
                .bind("campaigns", rows.stream().map(BulkRows::campaign).toArray(Long[]::new))
                .bind("dues", texts(rows, row -> due(row, due -> due.at().toString())))
                .bind("locals", texts(rows, row -> due(row, due -> due.local().toString())))
                .bind("zones", texts(rows, row -> due(row, due -> due.zone().getId())))
                .bind("rules", texts(rows, row -> due(row, due -> due.rule().name())))
                .execute();
    }

    /// They became posts.
    void planned(List<Ready> rows, List<PostId> posts) {
        ofRun(handle.createUpdate("""
                        update bulk_row b set post_id = r.post, verdict = 'PLANNED'
                        from unnest(:rows::int[], :posts) as r(row_no, post)
                        where b.workspace_id = :workspace and b.run_id = :run and b.row_no = r.row_no
                        """))
                .bind("rows", numbers(rows, Ready::row))
                .bind("posts", posts.stream().map(PostId::value).toArray(Long[]::new))
                .execute();
    }

    /// The composer refused it after all; the next look at the row begins anew.
    void refuse(Ready row, PostVerdict verdict) {
        var sentences = new ArrayList<String>();
        verdict.checks().stream().filter(Check::isError).map(Check::sentence).forEach(sentences::add);
        Stream.of(verdict.accountsRefused(), verdict.campaignRefused())
                .flatMap(Stream::ofNullable)
                .forEach(sentences::add);
        var reason = String.join(" ", sentences);
        var fault = BulkFault.error("", row.order().text(), BulkRule.REFUSED, reason, reason);
        ofRun(handle.createUpdate("""
                        update bulk_row set faults = faults || :fault::jsonb, verdict = 'WRONG'
                        where workspace_id = :workspace and run_id = :run and row_no = :row
                        """))
                .bind("fault", BulkFault.toJson(List.of(fault)))
                .bind("row", row.row())
                .execute();
    }

    List<PostId> posts() {
        return ofRun(handle.createQuery("""
                        select post_id from bulk_row
                        where workspace_id = :workspace and run_id = :run and post_id is not null
                        """)).mapTo(PostId.class).list();
    }

    private <T extends SqlStatement<T>> T ofRun(T statement) {
        return statement.bind("workspace", sheet.workspace()).bind("run", sheet.id());
    }

    private static StagedRow staged(ResultSet row) throws SQLException {
        var broken = row.getString("broken");
        return new StagedRow(
                row.getInt("row_no"),
                row.getInt("line"),
                List.of((String[]) row.getArray("cells").getArray()),
                broken == null ? null : BulkFault.fromJson("[" + broken + "]").getFirst());
    }

    private static @Nullable String broken(@Nullable BulkFault fault) {
        if (fault == null) {
            return null;
        }
        var json = BulkFault.toJson(List.of(fault));
        return json.substring(1, json.length() - 1);
    }

    private static String accounts(Judged row) {
        return row.accounts().stream()
                .map(account -> Long.toString(account.value()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static @Nullable Long campaign(Judged row) {
        var campaign = row.order().campaign();
        return campaign == null ? null : Long.valueOf(campaign.value());
    }

    private static @Nullable String due(Judged row, Function<DueTime, String> part) {
        return row.order().plan() instanceof Plan.At(DueTime due) ? part.apply(due) : null;
    }

    private static <T> Long[] numbers(List<T> rows, Function<T, Integer> part) {
        return rows.stream().map(part).map(Integer::longValue).toArray(Long[]::new);
    }

    private static <T> @Nullable String[] texts(List<T> rows, Function<T, @Nullable String> part) {
        @Nullable String[] texts = new String[rows.size()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = part.apply(rows.get(i));
        }
        return texts;
    }

    private static String words(List<String> words) {
        return words.stream()
                .map(word -> '"' + word.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(",", "{", "}"));
    }
}
