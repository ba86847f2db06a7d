package org.gazouillis.intake.file;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Locale;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.gazouillis.intake.RejectRule;
import org.gazouillis.intake.RowRefused;
import org.jspecify.annotations.Nullable;

/// A cell of a workbook as text. A workbook knows no dates, only numbers of days that a format shows as dates: the
/// format decides.
final class SheetCells {
    private static final Pattern NO_LETTERS = Pattern.compile("\"[^\"]*\"|\\\\.|\\[[^\\]]*]|_.|\\*.");
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?([eE][+-]?\\d{1,3})?");
    private static final int SECONDS_PER_DAY = 86_400;
    /// 31 December 9999, the last day that Excel knows.
    private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_466);

    private final LocalDate dayZero;

    SheetCells(boolean from1904) {
        dayZero = from1904 ? LocalDate.of(1904, 1, 1) : LocalDate.of(1899, 12, 30);
    }

    /// @throws RowRefused when the cell holds an error such as `#REF!`
    String text(Cell cell) {
        var raw = cell.getRawValue() == null ? "" : cell.getRawValue();
        if (cell.getType() == CellType.ERROR || (cell.getType() == CellType.FORMULA && raw.startsWith("#"))) {
            throw new RowRefused(
                    "",
                    cell.getAddress() + ": " + raw,
                    RejectRule.TEXT_BROKEN,
                    "The cell " + cell.getAddress() + " holds an error of the spreadsheet. Mend the formula there.");
        }
        if (cell.getType() == CellType.BOOLEAN) {
            return bool(raw);
        }
        return cell.getType() == CellType.STRING || !NUMBER.matcher(raw).matches()
                ? raw
                : number(new BigDecimal(raw), cell.getDataFormatId(), cell.getDataFormatString());
    }

    private static String bool(String raw) {
        return raw.equals("1") ? "TRUE" : "FALSE";
    }

    private String number(BigDecimal value, @Nullable Integer formatId, @Nullable String format) {
        var shown = shown(formatId, format);
        var hasDay = shown.indexOf('d') >= 0 || shown.indexOf('y') >= 0;
        var hasTime = shown.indexOf('h') >= 0 || shown.indexOf('s') >= 0;
        if ((!hasDay && !hasTime) || value.signum() < 0 || value.compareTo(LAST_DAY) >= 0) {
            return value.stripTrailingZeros().toPlainString();
        }
        var seconds = value.multiply(BigDecimal.valueOf(SECONDS_PER_DAY))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
        if (!hasDay && seconds < SECONDS_PER_DAY) {
            return LocalTime.ofSecondOfDay(seconds).toString();
        }
        LocalDateTime at = dayZero.atStartOfDay().plusSeconds(seconds);
        return hasTime || seconds % SECONDS_PER_DAY != 0
                ? at.toString()
                : at.toLocalDate().toString();
    }

    /// The letters of a format that stand for parts of a date.
    private static String shown(@Nullable Integer id, @Nullable String format) {
        if (format != null) {
            var positive = format.split(";", 2)[0];
            return positive.equalsIgnoreCase("General")
                    ? ""
                    : NO_LETTERS.matcher(positive).replaceAll("").toLowerCase(Locale.ROOT);
        }
        // Formats that only East Asian editions of Excel bring along; their texts are not in the file.
        return id != null && ((id >= 27 && id <= 36) || (id >= 50 && id <= 58)) ? "yd" : "";
    }
}
