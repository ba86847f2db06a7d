package org.gazouillis.intake.layout;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.gazouillis.intake.RejectRule;
import org.gazouillis.intake.RowRefused;
import org.gazouillis.intake.file.ForeignRow;
import org.jspecify.annotations.Nullable;

/// The id of a status elsewhere.
final class ForeignId {
    private static final Pattern ROUNDED = Pattern.compile("\\d([.,]\\d+)?[eE]\\+?\\d+");
    private static final Pattern SOUND = Pattern.compile("[\\p{Graph}]{1,200}");
    private static final int DIGEST_BYTES = 12;

    private ForeignId() {}

    /// The id of the column, or of the link where the column has none or only a rounded one; `null` when both lack
    /// it.
    static @Nullable String of(ForeignRow row, @Nullable String column, @Nullable StatusLink link) {
        var id = Cells.value(row, column);
        if (column == null || id == null) {
            return link == null ? null : link.id();
        }
        if (!ROUNDED.matcher(id).matches()) {
            return sound(column, id);
        }
        if (link != null) {
            return link.id();
        }
        throw new RowRefused(
                column,
                id,
                RejectRule.ID_DAMAGED,
                "A spreadsheet rounded this id and its last digits are lost. Export again and do not save the file from a"
                        + " spreadsheet, or map a column with the link.");
    }

    /// For files without ids: the same author, time and text are the same status, so importing again doubles nothing.
    static String digest(@Nullable String author, Instant at, String text) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            sha.update((author + "\n" + at + "\n" + text).getBytes(StandardCharsets.UTF_8));
            return "sha256:" + HexFormat.of().formatHex(sha.digest(), 0, DIGEST_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    private static String sound(String column, String id) {
        var whole = id.endsWith(".0") ? id.substring(0, id.length() - 2) : id;
        if (SOUND.matcher(whole).matches()) {
            return whole;
        }
        throw new RowRefused(
                column,
                id,
                RejectRule.ID_DAMAGED,
                "An id has no blanks and at most 200 characters. Check that the columns were not shifted.");
    }
}
