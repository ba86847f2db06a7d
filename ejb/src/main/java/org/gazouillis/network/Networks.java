package org.gazouillis.network;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// All networks outside that can be published to, by their key.
@ApplicationScoped
public class Networks {
    /// Key of the built-in micro-blog, which is no network outside and has no connector.
    public static final String BUILT_IN = "gazouillis";

    private Map<String, Connector> byKey;

    @Inject
    public Networks(Instance<Connector> connectors) {
        this(connectors.stream().toList());
    }

    public Networks(Collection<Connector> connectors) {
        byKey = connectors.stream()
                .collect(Collectors.toMap(
                        each -> each.network().key(), Function.identity(), (one, other) -> one, TreeMap::new));
    }

    @SuppressWarnings("NullAway.Init")
    Networks() {}

    public List<Network> all() {
        return byKey.values().stream()
                .map(Connector::network)
                .sorted(Comparator.comparing(Network::name))
                .toList();
    }

    /// @throws IllegalArgumentException when no such network is served
    public Connector connector(String key) {
        Connector connector = byKey.get(key);
        if (connector == null) {
            throw new IllegalArgumentException("There is no network \"" + key + "\".");
        }
        return connector;
    }

    public boolean serves(String key) {
        return byKey.containsKey(key);
    }
}
