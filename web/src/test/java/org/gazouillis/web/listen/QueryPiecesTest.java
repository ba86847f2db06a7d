package org.gazouillis.web.listen;

import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class QueryPiecesTest {
    @Test
    void quotationMarksAndParenthesesHoldTogether() {
        assertThat(QueryPieces.of(" café  \"bon jour (là\" (thé (vert) noir) campaign:\"fête d’été\" -#x ")
                        .pieces())
                .containsExactly("café", "\"bon jour (là\"", "(thé (vert) noir)", "campaign:\"fête d’été\"", "-#x");
        assertThat(QueryPieces.of("").pieces()).isEmpty();
    }

    @Test
    void whatIsAddedBelongsToAllAlternatives() {
        assertThat(QueryPieces.of("café OR thé").with("#été")).isEqualTo("(café OR thé) #été");
        assertThat(QueryPieces.of("(café OR thé) noir").with("#été")).isEqualTo("(café OR thé) noir #été");
        assertThat(QueryPieces.of("(a) OR (b)").with("c")).isEqualTo("((a) OR (b)) c");
        assertThat(QueryPieces.of("").with("c")).isEqualTo("c");
    }

    @Test
    void whatIsThereAlreadyIsNotAddedAgain() {
        assertThat(QueryPieces.of("café #été").with("#été")).isEqualTo("café #été");
    }

    @Test
    void limitsInTimeCanBeTakenOut() {
        assertThat(QueryPieces.of("Since:2026-01-01 café during:last-7d -before:2020 \"since:1\"")
                        .timeless()
                        .toString())
                .isEqualTo("café \"since:1\"");
    }

    @Test
    void partsThatSayWhatTheyAreCanBeTakenOutOneByOne() {
        QueryPieces pieces = QueryPieces.of("café from:marie -#été (thé) @luc min_likes:3");
        assertThat(pieces.signed()).isEqualTo(List.of(1, 2, 4, 5));
        assertThat(pieces.without(1)).isEqualTo("café -#été (thé) @luc min_likes:3");
        assertThat(QueryPieces.of("from:marie OR #été").signed()).isEmpty();
    }
}
