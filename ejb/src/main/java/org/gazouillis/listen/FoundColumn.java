package org.gazouillis.listen;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gazouillis.kernel.PublicAddress;
import org.gazouillis.kernel.StatusId;
import org.gazouillis.reports.CellType;
import org.gazouillis.reports.Column;
import org.jspecify.annotations.Nullable;

/// The columns that a file of found statuses can have; the key is the name in lower case. What the source does not
/// say is an empty cell, never 0.
public enum FoundColumn {
    STATUS_ID(CellType.TEXT),
    CREATED_AT(CellType.INSTANT),
    /// Handle without `@`; empty when an imported file did not name one.
    AUTHOR(CellType.TEXT),
    /// The author's name; the brand's when the status was imported.
    AUTHOR_NAME(CellType.TEXT),
    TEXT(CellType.TEXT),
    /// BCP 47; empty when unknown.
    LANGUAGE(CellType.TEXT),
    /// `gazouillis`, or the network that a file came from.
    SOURCE(CellType.TEXT),
    LIKES(CellType.NUMBER),
    REPOSTS(CellType.NUMBER),
    REPLIES(CellType.NUMBER),
    QUOTES(CellType.NUMBER),
    /// The status on the web: its thread's page here, or its address on the other network.
    PERMALINK(CellType.TEXT);

    private final CellType type;

    FoundColumn(CellType type) {
        this.type = type;
    }

    /// By key.
    public static Optional<FoundColumn> of(String key) {
        return Arrays.stream(values())
                .filter(column -> column.key().equals(key))
                .findFirst();
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    Column column() {
        return new Column(key(), type);
    }

    @Nullable
    Object cell(FoundStatus found, PublicAddress address) {
        return switch (this) {
            case STATUS_ID -> Long.toString(found.id());
            case CREATED_AT -> found.createdAt();
            case AUTHOR -> orNothing(found.handle());
            case AUTHOR_NAME -> orNothing(found.name());
            case TEXT -> found.text();
            case LANGUAGE -> orNothing(found.lang());
            case SOURCE -> found.source();
            case LIKES -> found.likes();
            case REPOSTS -> found.reposts();
            case REPLIES -> found.replies();
            case QUOTES -> found.quotes();
            case PERMALINK -> found.imported() ? found.permalink() : address.status(new StatusId(found.id()));
        };
    }

    /// As columns of a file.
    public static List<Column> columns(List<FoundColumn> wanted) {
        return wanted.stream().map(FoundColumn::column).toList();
    }

    private static @Nullable String orNothing(String text) {
        return text.isEmpty() ? null : text;
    }
}
