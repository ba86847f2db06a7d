package org.gazouillis.publish;

import org.gazouillis.testrig.World;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class KeywordTest {
    private static Jdbi db;

    @BeforeAll
    static void build() {
        db = World.fresh().worker();
    }

    @ParameterizedTest(name = "{0} in “{1}”: {2}")
    @CsvSource({
        "été, Vive l’ÉTÉ !, true",
        "ETE, vive l’été, true",
        "été, étés, false",
        "gare, La garenne, false",
        "gare, une #Gare, true",
        "#gare, une #GARE!, true",
        "#gare, une gare, false",
        "#gare, #gare_du_nord, false",
        "＃gare, #gare, true",
        "incend*, Incendies partout, true",
        "incend*, Préincendie, false",
        "grande braderie, La Grande  Braderie, true",
        "grande braderie, La Grande et Braderie, false",
        "cœur, Coup de COEUR, true",
        "coeur, Coup de cœur, true",
        "Straße, STRASSE, true",
        "l'aube, À L’AUBE, true",
        "a.b, axb, false",
        "a.b, A.B, true",
        "c++, le C++ !, true",
        "50%, -50% !, true",
        "地震, 今日の地震情報, true",
        "Ελλάδα, ΕΛΛΑΔΑ, true",
        "наводнение, НАВОДНЕНИЕ!, true",
        "ﬁre, FIRE, true"
    })
    void findsWholeWordsWhateverTheirAccentsAndCase(String keyword, String text, boolean found) {
        boolean answer = db.withHandle(handle -> handle.createQuery("select normalize(:text, NFKD) ~ :pattern")
                .bind("text", text)
                .bind("pattern", new Keyword(keyword).pattern())
                .mapTo(Boolean.class)
                .one());
        assertThat(answer).isEqualTo(found);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "#", "***", "!?", "\u0301"})
    void refusesWhatHasNeitherLetterNorDigit(String keyword) {
        assertThatThrownBy(() -> new Keyword(keyword)).isInstanceOf(StopNotPlausible.class);
    }
}
