package org.gazouillis.compose;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// What became of a text, word by word.
public record WordDiff(List<Part> parts) {
    /// A word, white space, or a sign between words.
    private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{M}\\p{N}_#@]+|\\s+|\\X");

    /// Put together, what is kept and removed is the older text, what is kept and added the newer.
    public static WordDiff between(String older, String newer) {
        List<String> before = tokens(older);
        List<String> after = tokens(newer);
        List<Part> parts = new ArrayList<>();
        int at = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(before, after).getDeltas()) {
            add(parts, Kind.KEPT, before.subList(at, delta.getSource().getPosition()));
            add(parts, Kind.REMOVED, delta.getSource().getLines());
            add(parts, Kind.ADDED, delta.getTarget().getLines());
            at = delta.getSource().getPosition() + delta.getSource().size();
        }
        add(parts, Kind.KEPT, before.subList(at, before.size()));
        return new WordDiff(List.copyOf(parts));
    }

    private static List<String> tokens(String text) {
        return TOKEN.matcher(text).results().map(MatchResult::group).toList();
    }

    private static void add(List<Part> parts, Kind kind, List<String> tokens) {
        if (!tokens.isEmpty()) {
            parts.add(new Part(kind, String.join("", tokens)));
        }
    }

    /// Whether a stretch stands in both texts, in the newer only, or in the older only.
    public enum Kind {
        KEPT,
        ADDED,
        REMOVED
    }

    /// A stretch of text.
    public record Part(Kind kind, String text) {}
}
