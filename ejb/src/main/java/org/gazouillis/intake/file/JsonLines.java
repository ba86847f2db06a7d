package org.gazouillis.intake.file;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.gazouillis.intake.RejectRule;
import org.gazouillis.intake.RowRefused;
import org.jspecify.annotations.Nullable;

/// Reads JSON Lines: one object per line. Members of inner objects are cells named `outer.inner`, arrays are left
/// out, numbers keep the digits that the file writes (ids of 19 digits are no doubles). Blank lines are skipped.
final class JsonLines implements RowReader {
    private static final int SHOWN = 500;
    private static final JsonParserFactory PARSERS = Json.createParserFactory(Map.of());

    private final BufferedReader in;
    private final Limits limits;
    private final StringBuilder text = new StringBuilder();
    private final Set<String> seen = new LinkedHashSet<>();
    private long nextLine = 1;
    private long line;

    private JsonLines(BufferedReader in, Limits limits) {
        this.in = in;
        this.limits = limits;
    }

    static JsonLines open(BufferedReader in, Limits limits) {
        return new JsonLines(in, limits);
    }

    @Override
    public List<String> columns() {
        return List.copyOf(seen);
    }

    @Override
    public long line() {
        return line;
    }

    @Override
    public @Nullable ForeignRow next() throws IOException {
        do {
            if (!readLine()) {
                return null;
            }
        } while (text.toString().isBlank());
        var cells = cells(text.toString());
        seen.addAll(cells.keySet());
        return new ForeignRow(line, cells);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private boolean readLine() throws IOException {
        text.setLength(0);
        line = nextLine;
        int c = in.read();
        if (c < 0) {
            return false;
        }
        long chars = 0;
        for (; c >= 0 && c != '\n'; c = in.read()) {
            if (++chars <= limits.rowChars()) {
                text.append((char) c);
            }
        }
        nextLine++;
        if (chars > limits.rowChars()) {
            text.setLength(SHOWN);
            throw refused(
                    RejectRule.TOO_LONG, "The line has more than " + limits.rowChars() + " characters. Shorten it.");
        }
        return true;
    }

    private Map<String, String> cells(String json) {
        var cells = new LinkedHashMap<String, String>();
        try (var parser = PARSERS.createParser(new StringReader(json))) {
            if (parser.next() != JsonParser.Event.START_OBJECT) {
                throw refused(RejectRule.NOT_JSON, "The line is not a JSON object. Write one object per line.");
            }
            members(parser, "", cells);
            if (parser.hasNext()) {
                parser.next();
                throw refused(RejectRule.NOT_JSON, "Something follows the JSON object. Write one object per line.");
            }
            return cells;
        } catch (JsonException | NoSuchElementException broken) {
            throw refused(RejectRule.NOT_JSON, "The line is not whole JSON: " + broken.getMessage() + ".");
        }
    }

    private static void members(JsonParser parser, String prefix, Map<String, String> cells) {
        var key = prefix;
        for (; ; ) {
            switch (parser.next()) {
                case KEY_NAME -> key = prefix + parser.getString();
                case START_OBJECT -> members(parser, key + ".", cells);
                case START_ARRAY -> parser.skipArray();
                case VALUE_STRING, VALUE_NUMBER -> cells.put(key, parser.getString());
                case VALUE_TRUE -> cells.put(key, "true");
                case VALUE_FALSE -> cells.put(key, "false");
                case VALUE_NULL -> cells.remove(key);
                case END_OBJECT -> {
                    return;
                }
                case END_ARRAY -> throw new IllegalStateException("arrays are skipped whole");
            }
        }
    }

    private RowRefused refused(RejectRule rule, String reason) {
        var shown = text.length() > SHOWN ? text.substring(0, SHOWN) : text.toString();
        return new RowRefused("", shown, rule, reason);
    }
}
