package org.gazouillis.index.search;

import org.gazouillis.index.QuerySyntaxException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class QueryTreesTest {

    @Test
    void aQueryMeansTheSameHoweverManyWereReadSince() {
        for (int round = 0; round < 2; round++) {
            for (int number = 0; number < 2_000; number++) {
                String query = "#tag" + number + " since:last-7d OR -word" + number;
                assertThat(QueryTrees.of(query)).isEqualTo(QueryParser.parse(query));
                assertThat(QueryTrees.of(query)).isSameAs(QueryTrees.of(query));
            }
        }
    }

    @Test
    void whatIsNotUnderstoodIsRefusedEachTimeAndLongQueriesAreReadEachTime() {
        for (int round = 0; round < 2; round++) {
            assertThatThrownBy(() -> QueryTrees.of("(soldes")).isInstanceOf(QuerySyntaxException.class);
            String query = "soldes ".repeat(50);
            assertThat(QueryTrees.of(query)).isEqualTo(QueryTrees.of(query)).isNotSameAs(QueryTrees.of(query));
        }
    }
}
