package org.gazouillis.boot.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// The lines of a text file beside these classes: `key name: value`, `#` begins a remark.
record Lines(List<Line> all) {
    /// One line; `name` is empty when only a key stands before the colon.
    record Line(String key, String name, String value) {
        List<String> parts(String separator) {
            return Arrays.stream(value.split(separator)).map(String::strip).toList();
        }
    }

    static Lines of(String file) {
        try (InputStream stream = Lines.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException("The demo's file " + file + " is missing");
            }
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return new Lines(text.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Lines::line)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Line> of(String key, String name) {
        return all.stream()
                .filter(line -> line.key().equals(key) && line.name().equals(name))
                .toList();
    }

    List<String> values(String key, String name) {
        return of(key, name).stream().map(Line::value).toList();
    }

    private static Line line(String line) {
        int colon = line.indexOf(": ");
        String[] head = line.substring(0, colon).split(" ", 2);
        return new Line(
                head[0],
                head.length == 1 ? "" : head[1],
                line.substring(colon + 2).strip());
    }
}
