package org.gazouillis.index.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gazouillis.index.OpenSearchSettings;
import org.gazouillis.index.Position;
import org.gazouillis.index.document.Fields;
import org.jspecify.annotations.Nullable;

/// The indices of a cluster that are ours: `gazouillis-v4-0000001` is the first of layout 4. An alias with the plain
/// name leads to the one that serves; moving it is one step, hence whole or not at all. How far an index has been fed
/// stands in its mapping, and so goes with it.
final class Generations {

    private static final Pattern GENERATION = Pattern.compile("-v\\d+-\\d{7,}");
    private static final String META = "_meta";
    private static final String XID = "xid";
    private static final String ID = "id";
    private static final String AT = "at";

    private final Cluster cluster;
    private final OpenSearchSettings settings;
    private final String layout;

    Generations(Cluster cluster, OpenSearchSettings settings) {
        this.cluster = cluster;
        this.settings = settings;
        this.layout = settings.name() + "-v" + Fields.CLUSTER_LAYOUT + "-";
    }

    /// Name of the alias.
    String serving() {
        return settings.name();
    }

    /// Lets an index of this layout serve.
    ///
    /// @return whether it served already
    boolean open() {
        Optional<String> found = current();
        if (found.filter(name -> name.startsWith(layout)).isPresent()) {
            return true;
        }
        switchTo(fresh());
        return false;
    }

    /// The index to which the alias leads.
    Optional<String> current() {
        var names = cluster.find("/_alias/" + serving()).fieldNames();
        return names.hasNext() ? Optional.of(names.next()) : Optional.empty();
    }

    /// A new, empty index; what was begun before and never served goes.
    String fresh() {
        String serving = current().orElse("");
        long highest = 0;
        for (String name : all()) {
            highest = Math.max(highest, number(name));
            if (!name.equals(serving)) {
                cluster.ask("DELETE", "/" + name, null);
            }
        }
        String name = layout + String.format(Locale.ROOT, "%07d", highest + 1);
        cluster.ask("PUT", "/" + name, definition());
        return name;
    }

    private List<String> all() {
        List<String> names = new ArrayList<>();
        cluster.ask("GET", "/" + settings.name() + "-v*/_alias", null)
                .fieldNames()
                .forEachRemaining(names::add);
        names.removeIf(name ->
                !GENERATION.matcher(name.substring(settings.name().length())).matches());
        return names;
    }

    private static long number(String name) {
        return Long.parseLong(name.substring(name.lastIndexOf('-') + 1));
    }

    private JsonNode definition() {
        try (InputStream file = Objects.requireNonNull(Generations.class.getResourceAsStream("statuses.json"))) {
            JsonNode definition = Cluster.read(file.readAllBytes());
            ((ObjectNode) definition.path("settings").path("index"))
                    .put("number_of_shards", settings.shards())
                    .put("number_of_replicas", settings.replicas());
            return definition;
        } catch (IOException impossible) {
            throw new UncheckedIOException("statuses.json lies beside this class", impossible);
        }
    }

    /// Lets `next` serve and deletes the one before it.
    void switchTo(String next) {
        List<Object> actions = new ArrayList<>();
        current().ifPresent(before -> actions.add(Map.of("remove_index", Map.of("index", before))));
        actions.add(Map.of("add", Map.of("index", next, "alias", serving())));
        cluster.ask("POST", "/_aliases", Map.of("actions", actions));
    }

    void delete(String name) {
        cluster.ask("DELETE", "/" + name, null);
    }

    /// Whether there is one.
    boolean isThere() {
        return current().isPresent();
    }

    /// Whether nobody may write to it. A cluster says so itself when a disk is nearly full, until there is space again.
    boolean isBlocked() {
        for (JsonNode index : cluster.find("/" + serving() + "/_settings/index.blocks.*")) {
            for (JsonNode block : index.path("settings").path("index").path("blocks")) {
                if (block.asBoolean()) {
                    return true;
                }
            }
        }
        return false;
    }

    void commit(String index, Position mark) {
        Map<String, Object> position = Map.of(
                XID, Long.toString(mark.xid()),
                ID, Long.toString(mark.id()),
                AT, Long.toString(cluster.now().getEpochSecond()));
        cluster.ask("PUT", "/" + index + "/_mapping", Map.of(META, position));
    }

    Optional<Position> position() {
        return mark().map(mark ->
                new Position(mark.path(XID).asLong(), mark.path(ID).asLong()));
    }

    /// When the position was written; null when there is none.
    @Nullable
    Instant committedAt() {
        return mark().map(mark -> Instant.ofEpochSecond(mark.path(AT).asLong())).orElse(null);
    }

    private Optional<JsonNode> mark() {
        for (JsonNode index : cluster.find("/" + serving() + "/_mapping")) {
            JsonNode mark = index.path("mappings").path(META);
            if (mark.has(XID)) {
                return Optional.of(mark);
            }
        }
        return Optional.empty();
    }
}
