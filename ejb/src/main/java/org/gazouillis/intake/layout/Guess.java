package org.gazouillis.intake.layout;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.gazouillis.intake.ColumnMapping;
import org.gazouillis.intake.ColumnRole;
import org.gazouillis.intake.Figure;
import org.gazouillis.intake.FileNotReadable;
import org.jspecify.annotations.Nullable;

/// Completes a mapping from the names that other programs give their columns. What the member said stays.
final class Guess {
    private final Map<String, String> columns = new HashMap<>();

    private Guess(List<String> names) {
        names.forEach(name -> columns.putIfAbsent(plain(name), name));
    }

    /// @throws FileNotReadable when the mapping names a column that the file does not have
    static ColumnMapping complete(ColumnMapping said, List<String> names) {
        refuseUnknown(said, Set.copyOf(names), names);
        var guess = new Guess(names);
        said.roles().values().forEach(guess::take);
        said.figures().values().forEach(guess::take);
        return new ColumnMapping(
                guess.roles(said.roles()),
                guess.figures(said.figures()),
                said.datePattern(),
                said.zone(),
                said.sourceLabel(),
                said.htmlEntities());
    }

    private static void refuseUnknown(ColumnMapping said, Set<String> known, List<String> names) {
        for (var columns : List.of(said.roles().values(), said.figures().values())) {
            for (var column : columns) {
                if (!known.contains(column)) {
                    throw new FileNotReadable("The column mapping names '" + column
                            + "', which the file does not have. Its columns are " + String.join(", ", names) + ".");
                }
            }
        }
    }

    private Map<ColumnRole, String> roles(Map<ColumnRole, String> said) {
        var roles = new EnumMap<ColumnRole, String>(ColumnRole.class);
        roles.putAll(said);
        for (var role : ColumnRole.values()) {
            var column = roles.containsKey(role) ? null : first(role.wellKnownNames());
            if (column != null) {
                roles.put(role, column);
            }
        }
        return roles;
    }

    private Map<Figure, String> figures(Map<Figure, String> said) {
        var figures = new EnumMap<Figure, String>(Figure.class);
        figures.putAll(said);
        for (var figure : Figure.values()) {
            var column = figures.containsKey(figure) ? null : first(figure.wellKnownNames());
            if (column != null) {
                figures.put(figure, column);
            }
        }
        return figures;
    }

    private @Nullable String first(List<String> wellKnown) {
        for (var name : wellKnown) {
            var column = columns.get(name);
            if (column != null) {
                take(column);
                return column;
            }
        }
        return null;
    }

    private void take(String column) {
        columns.remove(plain(column));
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[ _-]", "");
    }
}
