package org.gazouillis.report;

import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.gazouillis.reports.Column;
import org.gazouillis.reports.JsonLinesFormat;
import org.gazouillis.reports.ReportTable;
import org.gazouillis.reports.ReportWriter;
import org.gazouillis.reports.Rows;
import org.jspecify.annotations.Nullable;

/// The rows of a run as they are kept: the whole engagement report, as packed JSON Lines in UTC. Files are always made
/// of what was kept, also the first time, so that nothing can differ later.
final class FrozenRows {
    private final List<@Nullable Object[]> rows;

    private FrozenRows(List<@Nullable Object[]> rows) {
        this.rows = rows;
    }

    /// @return what is kept
    static byte[] freeze(Rows rows) throws IOException {
        var out = new ByteArrayOutputStream();
        var table = new ReportTable(EngagementColumn.all(), ZoneOffset.UTC, rows);
        ReportWriter.write(table, new JsonLinesFormat(true), out);
        return out.toByteArray();
    }

    static FrozenRows read(byte[] kept) {
        var rows = new ArrayList<@Nullable Object[]>();
        try (var lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(new ByteArrayInputStream(kept)), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                rows.add(row(line));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException("The rows of a report's run cannot be read.", broken);
        }
        return new FrozenRows(rows);
    }

    private static @Nullable Object[] row(String line) {
        try (var reader = Json.createReader(new StringReader(line))) {
            JsonObject object = reader.readObject();
            return EngagementColumn.all().stream()
                    .map(column -> cell(column, object.getOrDefault(column.key(), JsonValue.NULL)))
                    .toArray();
        }
    }

    private static @Nullable Object cell(Column column, JsonValue value) {
        return switch (value) {
            case JsonString text ->
                switch (column.type()) {
                    case INSTANT -> OffsetDateTime.parse(text.getString()).toInstant();
                    case TEXT, NUMBER, RATE -> text.getString();
                };
            case JsonNumber number ->
                switch (column.type()) {
                    case RATE -> number.doubleValue();
                    case NUMBER, TEXT, INSTANT -> number.longValueExact();
                };
            default -> null;
        };
    }

    List<@Nullable Object[]> rows() {
        return rows;
    }

    int size() {
        return rows.size();
    }

    static @Nullable String text(@Nullable Object[] row, EngagementColumn column) {
        return (String) row[column.ordinal()];
    }

    static @Nullable Long number(@Nullable Object[] row, EngagementColumn column) {
        return (Long) row[column.ordinal()];
    }

    static @Nullable Instant instant(@Nullable Object[] row, EngagementColumn column) {
        return (Instant) row[column.ordinal()];
    }
}
