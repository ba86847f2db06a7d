import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Makes our PrimeFaces theme during the build: every colour of the stock theme (saga, MIT) becomes one of our tokens
/// (`resources/app/tokens.css`), so that light and dark are one file. Our own rules for PrimeFaces stand in
/// `resources/app/primefaces.css`.
///
/// Usage: `java Theme.java STOCK_THEME.css OUT.css`.
class Theme {
    private static final String NOTICE = """
            /* Made from the theme "saga" of PrimeFaces. Copyright (c) 2009-2025 PrimeTek Informatics, MIT License:
               Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
               documentation files (the "Software"), to deal in the Software without restriction, including without limitation
               the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and
               to permit persons to whom the Software is furnished to do so, subject to the following conditions: The above
               copyright notice and this permission notice shall be included in all copies or substantial portions of the
               Software. THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND. */
            """;
    private static final Pattern DECLARATION = Pattern.compile("([a-z-]+):([^;{}]+)");
    private static final Pattern HEX = Pattern.compile("#[0-9a-fA-F]{6}\\b|#[0-9a-fA-F]{3}\\b");
    private static final Pattern RGB = Pattern.compile("rgb\\((\\d+\\.?\\d*),\\s*(\\d+\\.?\\d*),\\s*(\\d+\\.?\\d*)\\)");
    private static final Pattern RGBA = Pattern.compile("rgba\\((\\d+),(\\d+),(\\d+),(\\.\\d+)\\)");

    private static final Map<String, String> BACKGROUND = tokens("""
            surface: #fff #ffffff
            surface-2: #f8f9fa #fafafa #f8f8f8 #fbfcfc
            hover: #e9ecef #ebebef #efefef
            line: #dee2e6 #dadada
            primary: #2196f3
            selected: #e3f2fd
            danger: #f44336 #d32f2f
            neutral: #607d8b
            warning: #fbc02d
            success: #689f38
            info: #0288d1
            help: #9c27b0
            info-soft: #b3e5fc
            warning-soft: #ffecb3
            danger-soft: #ffcdd2
            success-soft: #c8e6c9
            tooltip: #495057 #343a40 #252529
            text-2: #6c757d
            input-line: #adb5bd #ced4da
            """);
    private static final Map<String, String> FOREGROUND = tokens("""
            text: #495057 #252529 #343a40
            text-2: #6c757d #607d8b
            on-primary: #fff #ffffff #f8f9fa
            primary-text: #2196f3
            on-warning: #212529
            info-text: #01579b #0288d1
            warning-text: #7f6003 #fbc02d
            danger-text: #b71c1c #d32f2f #f44336 #e0284f
            success-text: #689f38
            help-text: #9c27b0
            text-3: #adb5bd #ced4da
            """);
    private static final Map<String, String> BORDER = tokens("""
            line: #dee2e6 #e9ecef
            input-line: #ced4da #adb5bd #6c757d
            primary: #2196f3
            danger: #f44336 #ef5350 #d32f2f #e60017
            surface: #fff #ffffff
            selected: #e3f2fd
            info: #03a9f4 #0288d1
            warning: #ffc107 #fbc02d
            neutral: #607d8b
            success: #689f38
            help: #9c27b0
            tooltip: #252529
            text: #495057 #343a40
            """);
    private static final Map<String, String> TRANSLUCENT = Map.of(
            "33,150,243", "primary",
            "96,125,139", "neutral",
            "211,47,47", "danger",
            "104,159,56", "success",
            "2,136,209", "info",
            "156,39,176", "help",
            "251,192,45", "warning");

    public static void main(String[] paths) throws IOException {
        String stock = Files.readString(Path.of(paths[0])).replace("\uFEFF", "");
        String theme = NOTICE + tokenized(stock);
        Path out = Path.of(paths[1]);
        Files.createDirectories(out.getParent());
        Files.write(out, theme.getBytes(StandardCharsets.UTF_8));
    }

    static String tokenized(String css) {
        String withoutRoots = css.replaceAll(":root\\{[^}]*}", "");
        String done = DECLARATION.matcher(withoutRoots).replaceAll(match -> quote(declaration(match)));
        if (done.lines().noneMatch(line -> line.contains("var(--primary)"))) {
            throw new IllegalStateException("The stock theme looks different from what is expected: no primary colour.");
        }
        return done;
    }

    private static String declaration(MatchResult match) {
        String property = match.group(1);
        String value = match.group(2);
        boolean colours = value.contains("#") || value.contains("rgb");
        return !colours || property.startsWith("--") ? match.group() : property + ":" + value(property, value);
    }

    private static String value(String property, String value) {
        Map<String, String> table = property.contains("background") || property.contains("shadow")
                ? BACKGROUND
                : property.contains("border") || property.contains("outline") ? BORDER : FOREGROUND;
        String hexDone = replace(HEX, value, match -> {
            String hex = match.group().toLowerCase(Locale.ROOT);
            String token = table.getOrDefault(hex, BACKGROUND.get(hex));
            return token == null ? mixed(hex) : "var(--" + token + ")";
        });
        String translucentDone = replace(RGBA, hexDone, match -> {
            String token = TRANSLUCENT.get(match.group(1) + "," + match.group(2) + "," + match.group(3));
            int percent = (int) (Float.parseFloat(match.group(4)) * 100);
            return token == null
                    ? match.group()
                    : "color-mix(in srgb,var(--" + token + ") " + percent + "%,transparent)";
        });
        return replace(RGB, translucentDone, Theme::shade);
    }

    /// Sass left shades of the primary colour and of a few others as decimal fractions.
    private static String shade(MatchResult rgb) {
        return switch (rgb.group(1).split("\\.")[0] + "," + rgb.group(2).split("\\.")[0]) {
            case "166,213" -> "var(--focus)";
            case "12,136" -> "var(--primary-hover)";
            case "11,121" -> "var(--primary-active)";
            default -> "color-mix(in srgb,var(--" + nearest(
                            Double.parseDouble(rgb.group(1)),
                            Double.parseDouble(rgb.group(2)),
                            Double.parseDouble(rgb.group(3)))
                    + ") 88%,black)";
        };
    }

    private static String mixed(String hex) {
        String six = six(hex);
        return "var(--"
                + nearest(
                        Integer.parseInt(six, 0, 2, 16), Integer.parseInt(six, 2, 4, 16), Integer.parseInt(six, 4, 6, 16))
                + ")";
    }

    private static String nearest(double red, double green, double blue) {
        return BACKGROUND.entrySet().stream()
                .min(java.util.Comparator.comparingDouble(entry -> distance(six(entry.getKey()), red, green, blue)))
                .orElseThrow()
                .getValue();
    }

    private static double distance(String six, double red, double green, double blue) {
        return Math.pow(red - Integer.parseInt(six, 0, 2, 16), 2)
                + Math.pow(green - Integer.parseInt(six, 2, 4, 16), 2)
                + Math.pow(blue - Integer.parseInt(six, 4, 6, 16), 2);
    }

    private static String six(String hex) {
        String digits = hex.substring(1);
        return digits.length() == 6
                ? digits
                : digits.chars().mapToObj(sign -> Character.toString(sign).repeat(2)).collect(Collectors.joining());
    }

    private static String replace(Pattern pattern, String text, java.util.function.Function<MatchResult, String> by) {
        return pattern.matcher(text).replaceAll(match -> quote(by.apply(match)));
    }

    private static String quote(String replacement) {
        UnaryOperator<String> literal = java.util.regex.Matcher::quoteReplacement;
        return literal.apply(replacement);
    }

    private static Map<String, String> tokens(String table) {
        Map<String, String> byColour = new LinkedHashMap<>();
        table.lines().map(line -> line.split(": ")).forEach(line -> Stream.of(line[1].split(" "))
                .forEach(colour -> byColour.put(colour, line[0])));
        return byColour;
    }
}
