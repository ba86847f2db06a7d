package org.gazouillis.intake;

import org.jdbi.v3.core.Handle;

/// Looks at the rows of a run beside each other and beside what the brand has planned already: the same text on the
/// same account at the same time is refused, nearly the same within 24 hours is told. Two statements however many
/// rows.
final class BulkTwins {
    private static final String IN_FILE = """
            with judged as (
                select r.row_no, r.line, r.text, plain_text(r.text) as plain, a.account, r.due_at
                from bulk_row r cross join lateral unnest(r.account_ids) as a(account)
                where r.workspace_id = :workspace and r.run_id = :run and r.text <> '' and r.due_at is not null
            ), beside as (
                select row_no, text,
                       min(line) over same as same_line, row_number() over same as same_no,
                       lag(line) over near as near_line, lag(due_at) over near as near_due, due_at
                from judged
                window same as (partition by text, account, due_at order by row_no
                                rows between unbounded preceding and current row),
                       near as (partition by plain, account order by due_at, row_no)
            ), told as (
                select distinct on (row_no) row_no, text,
                       case when same_no > 1 then same_line else near_line end as other, same_no > 1 as error
                from beside
                where same_no > 1 or near_due > due_at - interval '24 hours'
                order by row_no, same_no desc
            )
            update bulk_row r
            set twins = case when t.row_no is null then '[]' else jsonb_build_array(jsonb_build_object(
                  'column', :column, 'value', left(t.text, 200), 'error', t.error,
                  'rule', case when t.error then 'DUPLICATE_ROW' else 'SAME_TEXT_IN_FILE' end,
                  'words', jsonb_build_array(t.other::text),
                  'reason', case when t.error then format('Line %s says the same at the same time.', t.other)
                                 else format('Line %s says nearly the same within 24 hours.', t.other) end)) end
            from bulk_row b left join told t on t.row_no = b.row_no
            where b.workspace_id = :workspace and b.run_id = :run and b.verdict <> 'PLANNED'
              and r.workspace_id = b.workspace_id and r.run_id = b.run_id and r.row_no = b.row_no
              and (t.row_no is not null or r.twins <> '[]')
            """;

    private static final String PLANNED = """
            with judged as (
                select row_no, text, plain_text(text) as plain, account_ids, due_at from bulk_row
                where workspace_id = :workspace and run_id = :run and verdict <> 'PLANNED' and text <> '' and due_at is not null
            ), around as (
                select min(due_at) - interval '24 hours' as first, max(due_at) + interval '24 hours' as last from judged
            ), planned as materialized (
                select p.id, p.text, plain_text(p.text) as plain, p.account_ids, p.due_at from post p, around
                where p.workspace_id = :workspace and p.brand_id = :brand and p.due_at between around.first and around.last
                  and p.state in ('SCHEDULED', 'CLAIMED', 'PUBLISHED', 'HELD')
                  and not exists (select from bulk_row mine
                                  where mine.workspace_id = :workspace and mine.run_id = :run and mine.post_id = p.id)
            ), told as (
                select distinct on (j.row_no) j.row_no, j.text, p.due_at as other,
                       p.text = j.text and p.due_at = j.due_at as error
                from judged j join planned p on p.plain = j.plain and p.account_ids && j.account_ids
                  and p.due_at > j.due_at - interval '24 hours' and p.due_at < j.due_at + interval '24 hours'
                order by j.row_no, error desc, p.due_at
            )
            update bulk_row r
            set twins = r.twins || jsonb_build_object(
                  'column', :column, 'value', left(t.text, 200), 'error', t.error,
                  'rule', case when t.error then 'DUPLICATE_POST' else 'SAME_TEXT_PLANNED' end,
                  'words', jsonb_build_array(to_char(t.other at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')),
                  'reason', case when t.error then 'The same is planned for this time already.'
                                 else 'Nearly the same is planned within 24 hours.' end)
            from told t where r.workspace_id = :workspace and r.run_id = :run and r.row_no = t.row_no
            """;

    private BulkTwins() {}

    /// @param column header name of the column with the text
    static void mark(Handle handle, BulkSheet sheet, String column) {
        // Rows that were stored a moment ago have no statistics yet: taken for one, they would be joined by loops.
        handle.execute("set local enable_nestloop = off");
        handle.createUpdate(IN_FILE)
                .bind("workspace", sheet.workspace())
                .bind("run", sheet.id())
                .bind("column", column)
                .execute();
        handle.createUpdate(PLANNED)
                .bind("workspace", sheet.workspace())
                .bind("run", sheet.id())
                .bind("brand", sheet.brand())
                .bind("column", column)
                .execute();
    }

    /// Says of every row that is not planned whether it is right, and counts them all.
    static void settle(Handle handle, BulkSheet sheet) {
        handle.createUpdate("""
                        update bulk_row set verdict = case when jsonb_path_exists(faults || twins, '$[*] ? (@.error == true)')
                          then 'WRONG' else 'RIGHT' end
                        where workspace_id = :workspace and run_id = :run and verdict <> 'PLANNED'
                          and verdict <> case when jsonb_path_exists(faults || twins, '$[*] ? (@.error == true)')
                          then 'WRONG' else 'RIGHT' end
                        """)
                .bind("workspace", sheet.workspace())
                .bind("run", sheet.id())
                .execute();
        handle.createUpdate("""
                        update bulk_run u set rows = c.all_rows, ready = c.ready, refused = c.refused, warned = c.warned,
                          planned = c.planned
                        from (select count(*) as all_rows, count(*) filter (where verdict = 'RIGHT') as ready,
                                count(*) filter (where verdict = 'WRONG') as refused,
                                count(*) filter (where verdict = 'PLANNED') as planned,
                                count(*) filter (where verdict <> 'WRONG' and faults || twins <> '[]') as warned
                              from bulk_row where workspace_id = :workspace and run_id = :run) c
                        where u.workspace_id = :workspace and u.id = :run
                        """)
                .bind("workspace", sheet.workspace())
                .bind("run", sheet.id())
                .execute();
    }
}
