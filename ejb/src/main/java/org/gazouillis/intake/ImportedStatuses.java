package org.gazouillis.intake;

import jakarta.json.Json;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gazouillis.network.PostText;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/// Writes a batch of statuses set-based and announces it in the outbox, in the caller's transaction. What an earlier
/// file brought gets the new figures; figures that the new file does not give stay.
final class ImportedStatuses {
    private static final String FIGURES =
            Arrays.stream(Figure.values()).map(Figure::column).collect(Collectors.joining(", "));
    private static final String STORE = store();

    private final Handle handle;
    private final ImportJob job;

    ImportedStatuses(Handle handle, ImportJob job) {
        this.handle = handle;
        this.job = job;
    }

    /// @return the rows that repeat a status of an earlier line of the same file; they are not stored
    List<Reject> store(List<ForeignStatus> batch) {
        var first = new HashMap<BackdatedIds.Key, ForeignStatus>();
        var fresh = new ArrayList<ForeignStatus>(batch.size());
        for (var status : batch) {
            if (first.putIfAbsent(BackdatedIds.key(status), status) == null) {
                fresh.add(status);
            }
        }
        var stored = fresh.isEmpty() ? Set.<Long>of() : insert(fresh);
        if (!stored.isEmpty()) {
            announce(stored.stream().mapToLong(Long::longValue).summaryStatistics());
        }
        return batch.stream()
                .filter(status -> !stored.contains(status.line()))
                .map(ImportedStatuses::duplicate)
                .toList();
    }

    /// The lines whose statuses are in the table now because of this batch.
    private Set<Long> insert(List<ForeignStatus> statuses) {
        var query = handle.createQuery(STORE)
                .bind("workspace", job.workspace())
                .bind("brand", job.brand())
                .bind("import", job.id())
                .bind("id", new BackdatedIds(handle, job).of(statuses).toArray(Long[]::new));
        bindColumns(query, statuses);
        for (var figure : Figure.values()) {
            numbers(query, figure.column(), statuses, status -> status.figures().get(figure));
        }
        return new HashSet<>(query.mapTo(Long.class).list());
    }

    private static void bindColumns(SqlStatement<?> query, List<ForeignStatus> statuses) {
        var entities = statuses.stream()
                .map(status -> PostText.entities(status.text()))
                .toList();
        numbers(query, "line", statuses, ForeignStatus::line);
        texts(query, "source", statuses, ForeignStatus::source);
        texts(query, "foreign_id", statuses, ForeignStatus::foreignId);
        texts(query, "author", statuses, ForeignStatus::author);
        texts(query, "text", statuses, ForeignStatus::text);
        texts(query, "lang", statuses, ForeignStatus::lang);
        numbers(query, "created_at", statuses, status -> micros(status));
        query.bind("date_only", statuses.stream().map(ForeignStatus::dateOnly).toArray(Boolean[]::new));
        texts(query, "permalink", statuses, ForeignStatus::permalink);
        texts(query, "campaign", statuses, ForeignStatus::campaign);
        texts(query, "promoted", statuses, status -> json(status.promoted()));
        texts(query, "hashtags", entities, found -> String.join(" ", found.hashtags()));
        texts(query, "mentions", entities, found -> String.join(" ", found.mentions()));
        texts(query, "urls", entities, found -> String.join(" ", found.urls()));
    }

    /// One fact for the whole batch, told by its first and last line; ids would not do, for a file need not be in the
    /// order of time.
    private void announce(LongSummaryStatistics lines) {
        handle.createUpdate("""
                        insert into outbox (kind, workspace_id, subject, payload, at)
                        values ('StatusImported', :workspace, :import,
                                jsonb_build_object('from', cast(:from as bigint), 'to', cast(:to as bigint)), now())
                        """)
                .bind("workspace", job.workspace())
                .bind("import", job.id())
                .bind("from", lines.getMin())
                .bind("to", lines.getMax())
                .execute();
    }

    private static <T> void texts(
            SqlStatement<?> query, String name, List<T> rows, Function<T, @Nullable String> value) {
        query.bind(name, rows.stream().map(value).toArray(String[]::new));
    }

    private static <T> void numbers(
            SqlStatement<?> query, String name, List<T> rows, Function<T, @Nullable Long> value) {
        query.bind(name, rows.stream().map(value).toArray(Long[]::new));
    }

    private static long micros(ForeignStatus status) {
        return status.createdAt().getEpochSecond() * 1_000_000
                + status.createdAt().getNano() / 1_000;
    }

    private static @Nullable String json(Map<Figure, Long> figures) {
        if (figures.isEmpty()) {
            return null;
        }
        var object = Json.createObjectBuilder();
        figures.forEach((figure, count) -> object.add(figure.column(), count));
        return object.build().toString();
    }

    private static Reject duplicate(ForeignStatus status) {
        return new Reject(
                status.line(),
                "",
                status.foreignId(),
                RejectRule.DUPLICATE,
                "An earlier line of the file already brought this status. Take one of the two out.");
    }

    private static String store() {
        var arrays = ":id, :line, :source, :foreign_id, :author, :text, :lang, :created_at, :date_only, :permalink,"
                + " :campaign, :promoted, :hashtags, :mentions, :urls, "
                + Arrays.stream(Figure.values())
                        .map(figure -> ":" + figure.column())
                        .collect(Collectors.joining(", "));
        var updates = Arrays.stream(Figure.values())
                .map(figure -> String.format(Locale.ROOT, "%1$s = coalesce(excluded.%1$s, s.%1$s)", figure.column()))
                .collect(Collectors.joining(", "));
        return """
                insert into imported_status as s (workspace_id, brand_id, import_id, imported_at, id, line, source,
                  foreign_id, author, text, lang, created_at, date_only, permalink, campaign, promoted,
                  hashtags, mentions, urls, FIGURES)
                select :workspace, :brand, :import, now(), id, line, source, foreign_id, author, text, lang,
                  timestamptz 'epoch' + created_at * interval '1 microsecond', date_only, permalink, campaign,
                  promoted::jsonb, string_to_array(hashtags, ' '), string_to_array(mentions, ' '),
                  string_to_array(urls, ' '), FIGURES
                from unnest(ARRAYS) as u(id, line, source, foreign_id, author, text, lang, created_at, date_only,
                  permalink, campaign, promoted, hashtags, mentions, urls, FIGURES)
                on conflict (workspace_id, brand_id, source, foreign_id) do update set
                  import_id = excluded.import_id, line = excluded.line, imported_at = excluded.imported_at,
                  author = coalesce(excluded.author, s.author), text = excluded.text,
                  lang = coalesce(excluded.lang, s.lang), campaign = coalesce(excluded.campaign, s.campaign),
                  created_at = case when excluded.date_only then s.created_at else excluded.created_at end,
                  date_only = s.date_only and excluded.date_only,
                  permalink = coalesce(excluded.permalink, s.permalink), hashtags = excluded.hashtags,
                  mentions = excluded.mentions, urls = excluded.urls,
                  promoted = coalesce(excluded.promoted, s.promoted), UPDATES
                where s.import_id <> excluded.import_id
                returning s.line
                """.replace("FIGURES", FIGURES).replace("ARRAYS", arrays).replace("UPDATES", updates);
    }
}
