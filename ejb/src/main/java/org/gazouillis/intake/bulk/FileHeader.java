package org.gazouillis.intake.bulk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.gazouillis.intake.BulkFormat;
import org.gazouillis.intake.BulkRole;
import org.gazouillis.intake.BulkWish;
import org.gazouillis.intake.FileNotReadable;
import org.gazouillis.intake.file.RowReader;
import org.gazouillis.intake.file.TableFile;

/// What the first row of a file tells: its layout, its columns and what they mean.
///
/// @param headless whether the first row is a post already
public record FileHeader(BulkFormat format, List<String> columns, Map<BulkRole, String> roles, boolean headless) {
    private static final int MOST_COLUMNS = 200;

    public FileHeader {
        columns = List.copyOf(columns);
        roles = Map.copyOf(roles);
    }

    /// @throws FileNotReadable when the file is not of the wished layout, or has too many columns
    public static FileHeader of(TableFile file, BulkWish wish) throws IOException {
        if (wish.columns().isEmpty() && maybeHeadless(wish) && file.isHeadless()) {
            var columns = BulkFormat.HOOTSUITE.columns();
            return new FileHeader(BulkFormat.HOOTSUITE, columns, roles(BulkFormat.HOOTSUITE, columns, wish), true);
        }
        try (var rows = file.rows()) {
            var columns = rows.columns();
            if (columns.size() > MOST_COLUMNS) {
                throw new FileNotReadable("The file has " + columns.size() + " columns; " + MOST_COLUMNS
                        + " are the most. Delete those that say nothing about the posts.");
            }
            var format = format(columns, wish);
            return new FileHeader(format, columns, roles(format, columns, wish), false);
        }
    }

    private static boolean maybeHeadless(BulkWish wish) {
        return wish.format() == null || wish.format() == BulkFormat.HOOTSUITE;
    }

    public RowReader open(TableFile file) throws IOException {
        return headless ? file.rows(columns) : file.rows();
    }

    /// Columns that no role reads.
    public List<String> unread() {
        var unread = new ArrayList<>(columns);
        unread.removeAll(roles.values());
        unread.removeIf(String::isBlank);
        return unread;
    }

    private static BulkFormat format(List<String> columns, BulkWish wish) {
        var wished = wish.format();
        if (wished == BulkFormat.SPROUT || wished == BulkFormat.BUFFER) {
            needed(wished).stream()
                    .filter(name -> !columns.contains(name))
                    .findFirst()
                    .ifPresent(missing -> {
                        throw new FileNotReadable(
                                "A file of the layout '" + wished.key() + "' has a column named exactly "
                                        + missing + ". This file has " + String.join(", ", columns)
                                        + ". Rename the column, or leave the layout out.");
                    });
        }
        return wished == null ? recognised(columns) : wished;
    }

    private static BulkFormat recognised(List<String> columns) {
        if (columns.containsAll(needed(BulkFormat.SPROUT))) {
            return BulkFormat.SPROUT;
        }
        if (columns.containsAll(needed(BulkFormat.BUFFER))) {
            return BulkFormat.BUFFER;
        }
        var plain = columns.stream().map(FileHeader::plain).toList();
        var isHootsuite = plain.getFirst().startsWith("date") && plain.contains("message") && plain.contains("link");
        return isHootsuite ? BulkFormat.HOOTSUITE : BulkFormat.GENERIC;
    }

    private static Set<String> needed(BulkFormat format) {
        return format == BulkFormat.BUFFER ? Set.of("Text", "Posting Time") : Set.copyOf(format.columns());
    }

    /// What each role reads: what the member said, then the names that other programs use.
    ///
    /// @throws ImportWishRefused when the member named a column that is not there
    public static Map<BulkRole, String> roles(BulkFormat format, List<String> columns, BulkWish wish) {
        var roles = new EnumMap<BulkRole, String>(BulkRole.class);
        wish.columns().forEach((role, column) -> {
            if (!columns.contains(column)) {
                throw new FileNotReadable(
                        "The file has no column '" + column + "'. Its columns are " + String.join(", ", columns) + ".");
            }
            roles.put(role, column);
        });
        var free = new HashMap<String, String>();
        columns.stream()
                .filter(column -> !roles.containsValue(column))
                .forEach(column -> free.putIfAbsent(plain(column), column));
        var skipped = timesSaid(roles);
        for (var role : BulkRole.values()) {
            if (!roles.containsKey(role) && !skipped.contains(role)) {
                role.wellKnownNames().stream()
                        .filter(free::containsKey)
                        .findFirst()
                        .ifPresent(name -> roles.put(role, Objects.requireNonNull(free.remove(name))));
            }
        }
        return roles;
    }

    /// Who said where the time stands meant it: no other column adds to it.
    private static Set<BulkRole> timesSaid(Map<BulkRole, String> said) {
        var skipped = new HashSet<BulkRole>();
        if (said.containsKey(BulkRole.WHEN)) {
            skipped.add(BulkRole.DATE);
            skipped.add(BulkRole.TIME);
        } else if (said.containsKey(BulkRole.DATE)) {
            skipped.add(BulkRole.WHEN);
        }
        return skipped;
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
