package org.gazouillis.index;

import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;

/// Where an OpenSearch cluster is and how the index lies in it.
///
/// @param nodes addresses such as `https://search-1:9200`; requests go to them in turn
/// @param user empty when the cluster asks for none
/// @param password of the user
/// @param name of the index: lower-case letters, digits and `-`, begun by a letter
/// @param shards parts that can lie on several machines; of an index that exists they stay as they are
/// @param replicas copies of each part beside the first
public record OpenSearchSettings(List<URI> nodes, String user, String password, String name, int shards, int replicas) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,99}");

    public OpenSearchSettings {
        nodes = List.copyOf(nodes);
        require(!nodes.isEmpty(), "no address of an OpenSearch node is given: write one such as https://search-1:9200");
        for (URI node : nodes) {
            boolean known = "http".equals(node.getScheme()) || "https".equals(node.getScheme());
            require(
                    known && node.getHost() != null,
                    node + " is no address of an OpenSearch node: write one such as https://search-1:9200");
        }
        require(
                NAME.matcher(name).matches(),
                "\"" + name + "\" cannot be the name of an index: take lower-case letters, digits and -");
        require(shards >= 1 && shards <= 1_000, shards + " shards: choose between 1 and 1000");
        require(replicas >= 0 && replicas <= 20, replicas + " replicas: choose between 0 and 20");
    }

    private static void require(boolean right, String otherwise) {
        if (!right) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    /// Without the password, for logs.
    @Override
    public String toString() {
        return name + " of " + nodes;
    }
}
