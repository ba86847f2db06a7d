package org.gazouillis.boot;

import java.util.Map;
import org.gazouillis.index.IndexUnusable;
import org.gazouillis.listen.IndexPlace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SettingsTest {
    private static final String PREFIX = "gazouillis.opensearch.";

    @AfterEach
    void forget() {
        System.getProperties().keySet().removeIf(name -> name.toString().startsWith(PREFIX));
    }

    @Test
    void theIndexLiesInAFolderOfTheNodesOwn() {
        IndexPlace place = place(Map.of());
        assertThat(place.shared()).isFalse();
        assertThat(place.name()).endsWith("index");
    }

    @Test
    void allNodesShareTheIndexOfAClusterThatIsNamed() {
        IndexPlace place =
                place(Map.of("nodes", "http://127.0.0.1:1, http://127.0.0.1:2", "index", "posts", "shards", "3"));
        assertThat(place.shared()).isTrue();
        assertThat(place.name()).isEqualTo("posts");
        assertThatThrownBy(place.opening()::get)
                .isInstanceOf(IndexUnusable.class)
                .hasMessageContaining("posts of [http://127.0.0.1:1, http://127.0.0.1:2] cannot be reached");
    }

    @Test
    void whatCannotBeSaidOfAClusterIsRefusedWithASentence() {
        assertThatThrownBy(() -> place(Map.of("nodes", "search-1:9200")))
                .hasMessageContaining("write one such as https://search-1:9200");
        assertThatThrownBy(() -> place(Map.of("nodes", "https://search-1:9200", "shards", "many")))
                .hasMessageContaining("gazouillis.opensearch.shards is \"many\": write a whole number");
    }

    private static IndexPlace place(Map<String, String> said) {
        said.forEach((name, value) -> System.setProperty(PREFIX + name, value));
        return new Settings().index();
    }
}
