package org.gazouillis.web.shell;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The address of the current page as the browser shows it: its path and its raw query.
record Address(String path, String query) {
    static Address of(HttpServletRequest request) {
        Object forwarded = request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI);
        Object forwardedQuery = request.getAttribute(RequestDispatcher.FORWARD_QUERY_STRING);
        String path = forwarded == null ? request.getRequestURI() : forwarded.toString();
        Object query = forwarded == null ? request.getQueryString() : forwardedQuery;
        return new Address(path, query == null ? "" : query.toString());
    }

    /// The same address with one parameter set, or removed when the value is null.
    String with(String parameter, @Nullable String value) {
        Stream<String> others = Arrays.stream(query.split("&"))
                .filter(part -> !part.isEmpty() && !part.equals(parameter) && !part.startsWith(parameter + "="));
        Stream<String> own = value == null
                ? Stream.empty()
                : Stream.of(parameter + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
        return new Address(path, Stream.concat(others, own).collect(Collectors.joining("&"))).toString();
    }

    boolean isAt(String wanted) {
        return path.equals(wanted) || path.startsWith(wanted + "/");
    }

    @Override
    public String toString() {
        return query.isEmpty() ? path : path + "?" + query;
    }
}
