package org.gazouillis.index.search;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gazouillis.index.KnownList;
import org.gazouillis.index.QuerySyntaxException;
import org.gazouillis.index.QuerySyntaxException.Fault;
import org.gazouillis.index.Standpoint;
import org.gazouillis.index.analysis.Keywords;

/// Finds the brands, campaigns and lists that a query names, among those that the asker may see. Others do not exist.
final class KnownNames {

    private KnownNames() {}

    /// @return ids of the brands or campaigns, at least one; of a list, those of the profiles on it
    static Set<Long> ids(QueryNode.Named named, Standpoint standpoint) {
        return switch (named.what()) {
            case BRAND -> byName(named, standpoint.brands());
            case CAMPAIGN -> byName(named, standpoint.campaigns());
            case LIST -> onLists(named, standpoint.lists());
        };
    }

    /// The names of all lists in a query, as it writes them.
    static Stream<String> lists(QueryNode node) {
        return switch (node) {
            case QueryNode.And and -> and.parts().stream().flatMap(KnownNames::lists);
            case QueryNode.Or or -> or.parts().stream().flatMap(KnownNames::lists);
            case QueryNode.Not not -> lists(not.part());
            case QueryNode.Named named when named.what() == QueryNode.Naming.LIST -> Stream.of(named.name());
            default -> Stream.of();
        };
    }

    private static Set<Long> byName(QueryNode.Named named, Map<String, Set<Long>> names) {
        String wanted = folded(named.name());
        Set<Long> ids = names.entrySet().stream()
                .filter(known -> folded(known.getKey()).equals(wanted))
                .flatMap(known -> known.getValue().stream())
                .collect(Collectors.toSet());
        if (ids.isEmpty()) {
            throw unknown(named, names.keySet().stream());
        }
        return ids;
    }

    /// A title goes before an id, and may be that of several lists.
    private static Set<Long> onLists(QueryNode.Named named, List<KnownList> lists) {
        List<KnownList> titled =
                lists.stream().filter(list -> list.isTitled(named.name())).toList();
        List<KnownList> meant = titled.isEmpty()
                ? lists.stream().filter(list -> list.isNamed(named.name())).toList()
                : titled;
        if (meant.isEmpty()) {
            throw unknown(named, lists.stream().map(KnownList::title));
        }
        return meant.stream().flatMap(list -> list.profiles().stream()).collect(Collectors.toSet());
    }

    private static QuerySyntaxException unknown(QueryNode.Named named, Stream<String> names) {
        String near = Spelling.nearest(
                        folded(named.name()), names.map(KnownNames::folded).sorted())
                .orElse("");
        String mend = near.isEmpty()
                ? "you see no " + named.what().name().toLowerCase(Locale.ROOT) + " of this name; choose one of yours."
                : "did you mean " + near + "?";
        return named.lexeme().fault(Fault.UNKNOWN_NAME, mend, near, "");
    }

    private static String folded(String name) {
        return Keywords.fold(name.startsWith("@") ? name.substring(1) : name);
    }
}
