package org.gazouillis.launch;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The little JSON that the launcher needs; a library for two answers would be one more to keep.
final class Json {
    private Json() {}

    /// A string or a number of a flat object; empty when it is absent.
    static String text(String object, String name) {
        Matcher found = Pattern.compile(
                        "\"" + Pattern.quote(name) + "\"\\s*:\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|(-?\\d+))")
                .matcher(object);
        if (!found.find()) {
            return "";
        }
        return found.group(1) == null ? found.group(2) : found.group(1).translateEscapes();
    }

    /// What a problem answer says, or its beginning when it is no problem document.
    static String reason(String body) {
        String detail = text(body, "detail").isEmpty() ? text(body, "title") : text(body, "detail");
        return detail.isEmpty() ? body.substring(0, Math.min(body.length(), 300)) : detail;
    }

    static String quote(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    static String quote(List<String> texts) {
        return texts.stream().map(Json::quote).collect(Collectors.joining(",", "[", "]"));
    }
}
