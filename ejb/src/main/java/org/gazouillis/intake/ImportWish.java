package org.gazouillis.intake;

import org.jspecify.annotations.Nullable;

/// What the member says about a file; `null` means "find out yourself".
public record ImportWish(
        @Nullable SourceFormat format, @Nullable ColumnMapping mapping) {
    public static final ImportWish NONE = new ImportWish(null, null);

    public ImportWish {
        if (mapping != null && format != null && format != SourceFormat.MAPPED) {
            throw new ImportWishRefused("A column mapping goes with the format 'mapped', not with '" + format.key()
                    + "'. Leave the format out, or the mapping.");
        }
    }

    /// Reads the form field `format`: empty, the key of a [SourceFormat], or a column mapping as a JSON object.
    ///
    /// @throws ImportWishRefused when it is neither
    public static ImportWish parse(@Nullable String field) {
        var text = field == null ? "" : field.strip();
        if (text.isEmpty() || text.equals("auto")) {
            return NONE;
        }
        return text.startsWith("{")
                ? new ImportWish(SourceFormat.MAPPED, ColumnMapping.parse(text))
                : new ImportWish(SourceFormat.of(text), null);
    }

    /// Checks the two form fields and gives the one text that [#parse] reads again when the run begins.
    ///
    /// @throws ImportWishRefused when one makes no sense, or both do not go together
    static String asOneText(@Nullable String format, @Nullable String mapping) {
        var wish = parse(format);
        if (mapping == null || mapping.isBlank()) {
            return format == null ? "" : format.strip();
        }
        var _ = new ImportWish(wish.format(), ColumnMapping.parse(mapping));
        return mapping.strip();
    }
}
