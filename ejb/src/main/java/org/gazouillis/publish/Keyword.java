package org.gazouillis.publish;

import java.text.Normalizer;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A word, some words or a hashtag that a fence looks for: found whatever its accents and its case, as whole words
/// (`gare` is not in `garenne`), and with `*` at its end as the beginning of a word. `gare` is found in `#gare`, too;
/// `#gare` is found as that hashtag only. In scripts that put no space between words it is found anywhere.
record Keyword(String word) {
    static final int LONGEST = 80;
    private static final String MARKS = "[\u0300-\u036F]*";
    /// Letters and digits of scripts that part words by spaces. Spelled out, because what a database calls a letter
    /// depends on how it was made.
    private static final String LETTERS =
            "0-9A-Za-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02AF\u0300-\u0DFF\u10A0-\u10FF\u1200-\u13FF\u1E00-\u1FFF\u2C00-\u2DFF";
    private static final Map<String, String> LIGATURES = Map.of("oe", "œŒ", "ae", "æÆ", "ss", "ßẞ");
    private static final String SPECIAL = "\\.[]{}()*+?^$|&-#";

    Keyword {
        word = word.strip();
        if (word.length() > LONGEST || word.codePoints().noneMatch(Character::isLetterOrDigit)) {
            throw new StopNotPlausible("The keyword needs 1 to " + LONGEST
                    + " characters with a letter or a digit among them, such as gare, #soldes or \"grande braderie\".");
        }
    }

    /// A regular expression of PostgreSQL for a text in NFKD.
    String pattern() {
        boolean tag = word.startsWith("#") || word.startsWith("＃");
        boolean beginning = word.endsWith("*");
        String plain = word.substring(tag ? 1 : 0, word.length() - (beginning ? 1 : 0));
        String start = tag ? "#" : "(?<![" + LETTERS + "])";
        String end = beginning ? "" : "(?![" + LETTERS + (tag ? "_" : "") + "])";
        return start + body(bare(plain)) + end;
    }

    /// Without accents and ligatures, lower case.
    private static String bare(String text) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(java.util.Locale.ROOT);
        return folded.replace("œ", "oe").replace("æ", "ae").replace("ß", "ss").strip();
    }

    private static String body(String bare) {
        StringBuilder pattern = new StringBuilder();
        int[] signs = bare.codePoints().toArray();
        for (int i = 0; i < signs.length; i++) {
            String pair = i + 1 < signs.length ? Character.toString(signs[i]) + Character.toString(signs[i + 1]) : "";
            String ligature = LIGATURES.get(pair);
            if (ligature == null) {
                pattern.append(sign(signs[i]));
            } else {
                pattern.append("(?:" + sign(signs[i]) + sign(signs[i + 1]) + "|[" + ligature + "])");
                i++;
            }
        }
        return pattern.toString();
    }

    private static String sign(int sign) {
        if (Character.isWhitespace(sign)) {
            return "[ \\t\\r\\n]+";
        }
        if (sign == '\'' || sign == '’') {
            return "['’]";
        }
        if (!Character.isLetter(sign)) {
            String text = Character.toString(sign);
            return (SPECIAL.contains(text) ? "\\" + text : text) + MARKS;
        }
        String cases = IntStream.of(
                        sign, Character.toUpperCase(sign), Character.toTitleCase(sign), Character.toLowerCase(sign))
                .distinct()
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        return "[" + cases + "]" + MARKS;
    }
}
