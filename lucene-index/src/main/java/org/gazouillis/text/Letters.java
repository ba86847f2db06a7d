package org.gazouillis.text;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.Map;

/// The letters of a text, counted by their script.
///
/// @param count all of them
/// @param most the script of most of them
/// @param share how many are of it; Chinese characters and kana count as one
/// @param kana how many are Hiragana or Katakana
record Letters(int count, UnicodeScript most, int share, int kana) {
    /// Without kana, a few characters may be Japanese as well as Chinese.
    private static final int ENOUGH_FOR_CHINESE = 10;

    /// Scripts in which practically one language is written.
    private static final Map<UnicodeScript, String> ONE_LANGUAGE = Map.ofEntries(
            Map.entry(UnicodeScript.HANGUL, "ko"),
            Map.entry(UnicodeScript.THAI, "th"),
            Map.entry(UnicodeScript.LAO, "lo"),
            Map.entry(UnicodeScript.KHMER, "km"),
            Map.entry(UnicodeScript.MYANMAR, "my"),
            Map.entry(UnicodeScript.GREEK, "el"),
            Map.entry(UnicodeScript.HEBREW, "he"),
            Map.entry(UnicodeScript.ARMENIAN, "hy"),
            Map.entry(UnicodeScript.GEORGIAN, "ka"),
            Map.entry(UnicodeScript.BENGALI, "bn"),
            Map.entry(UnicodeScript.TAMIL, "ta"),
            Map.entry(UnicodeScript.TELUGU, "te"),
            Map.entry(UnicodeScript.KANNADA, "kn"),
            Map.entry(UnicodeScript.MALAYALAM, "ml"),
            Map.entry(UnicodeScript.GUJARATI, "gu"),
            Map.entry(UnicodeScript.GURMUKHI, "pa"),
            Map.entry(UnicodeScript.SINHALA, "si"));

    static Letters of(String text) {
        var counts = new EnumMap<UnicodeScript, Integer>(UnicodeScript.class);
        int all = 0;
        int kana = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int sign = text.codePointAt(i);
            if (Character.isLetter(sign)) {
                UnicodeScript script = UnicodeScript.of(sign);
                boolean isKana = script == UnicodeScript.HIRAGANA || script == UnicodeScript.KATAKANA;
                counts.merge(isKana ? UnicodeScript.HAN : script, 1, Integer::sum);
                kana += isKana ? 1 : 0;
                all++;
            }
        }
        UnicodeScript most = UnicodeScript.COMMON;
        for (Map.Entry<UnicodeScript, Integer> script : counts.entrySet()) {
            most = script.getValue() > counts.getOrDefault(most, 0) ? script.getKey() : most;
        }
        return new Letters(all, most, counts.getOrDefault(most, 0), kana);
    }

    /// The language that the script alone gives away; empty when it does not.
    String language() {
        if (!isClear()) {
            return "";
        }
        if (most == UnicodeScript.HAN) {
            return kana > 0 ? "ja" : count >= ENOUGH_FOR_CHINESE ? "zh" : "";
        }
        return ONE_LANGUAGE.getOrDefault(most, "");
    }

    /// Whether not even a model could tell: the letters are of several scripts, or too few Chinese characters.
    boolean tellsNothing() {
        return !isClear() || most == UnicodeScript.HAN;
    }

    private boolean isClear() {
        return share * 3 >= count * 2 && share > 1;
    }
}
