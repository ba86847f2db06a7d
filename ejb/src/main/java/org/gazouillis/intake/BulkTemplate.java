package org.gazouillis.intake;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/// A file of each layout to begin with, exactly as the vendor's own programs write it. Its days lie ahead and can be
/// read in one way only.
public final class BulkTemplate {
    private static final int LATE_IN_MONTH = 25;
    private static final String LINK = "https://example.com/spring";

    private BulkTemplate() {}

    /// @param today   of the brand
    /// @param account as `network:handle`, for the layouts that name one
    public static String of(BulkFormat format, LocalDate today, String account) {
        LocalDateTime first = today.plusMonths(1).withDayOfMonth(LATE_IN_MONTH).atTime(9, 30);
        return switch (format) {
            case HOOTSUITE ->
                lines(
                        List.of(),
                        List.of(text(first, "dd/MM/yyyy HH:mm"), "Write your first post here", LINK),
                        List.of(
                                text(first.plusDays(1), "dd/MM/yyyy HH:mm"),
                                "And the next; the link may be missing",
                                ""));
            case SPROUT ->
                lines(
                        format.columns(),
                        List.of(text(first, "dd/MM/yyyy"), text(first, "HH:mm"), "Write your first post here"),
                        List.of(text(first.plusDays(1), "dd/MM/yyyy"), "14:00", "And the next"));
            case BUFFER ->
                lines(
                        format.columns(),
                        List.of("Write your first post here", "", "", text(first, "yyyy-MM-dd HH:mm")),
                        List.of("And the next", "", "", text(first.plusDays(1), "yyyy-MM-dd HH:mm")));
            case GENERIC ->
                lines(
                        format.columns(),
                        List.of(text(first, "yyyy-MM-dd HH:mm"), "Write your first post here", LINK, account, "", ""),
                        List.of(
                                text(first.plusDays(1), "yyyy-MM-dd HH:mm"),
                                "And the next",
                                "",
                                "",
                                "",
                                "Europe/Paris"));
        };
    }

    private static String text(LocalDateTime at, String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).format(at);
    }

    @SafeVarargs
    private static String lines(List<String> header, List<String>... rows) {
        var file = new StringBuilder();
        if (!header.isEmpty()) {
            file.append(String.join(",", header)).append("\r\n");
        }
        for (var row : rows) {
            file.append(String.join(",", row)).append("\r\n");
        }
        return file.toString();
    }
}
