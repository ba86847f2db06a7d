package org.gazouillis.index.search;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gazouillis.index.QuerySyntaxException;
import org.gazouillis.index.QuerySyntaxException.Fault;
import org.gazouillis.index.Standpoint;
import org.gazouillis.index.analysis.Keywords;

/// Finds the brands and campaigns that a query names, among those that the asker may see. Others do not exist.
final class KnownNames {

    private KnownNames() {}

    /// @return at least one
    static Set<Long> ids(QueryNode.Owned owned, Standpoint standpoint) {
        Map<String, Set<Long>> names = owned.brand() ? standpoint.brands() : standpoint.campaigns();
        String wanted = folded(owned.name());
        Set<Long> ids = names.entrySet().stream()
                .filter(known -> folded(known.getKey()).equals(wanted))
                .flatMap(known -> known.getValue().stream())
                .collect(Collectors.toSet());
        if (ids.isEmpty()) {
            throw unknown(owned, wanted, names.keySet());
        }
        return ids;
    }

    private static QuerySyntaxException unknown(QueryNode.Owned owned, String wanted, Set<String> names) {
        String near = Spelling.nearest(
                        wanted, names.stream().map(KnownNames::folded).sorted())
                .orElse("");
        String mend = near.isEmpty()
                ? "you see no " + (owned.brand() ? "brand" : "campaign") + " of this name; choose one of yours."
                : "did you mean " + near + "?";
        return owned.lexeme().fault(Fault.UNKNOWN_NAME, mend, near, "");
    }

    private static String folded(String name) {
        return Keywords.fold(name.startsWith("@") ? name.substring(1) : name);
    }
}
