package org.gazouillis.reports.csv;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class FormulaGuardTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+33 1 23",
                "-2+3",
                "@SUM(1+1)*cmd|' /C calc'!A0",
                "@anna hello",
                "\tx",
                "\rx",
                "\nx",
                "＝1",
                "＋1",
                "－1",
                "＠anna",
                "  =1",
                "\u00A0=1",
                "\u202F\u2007=1",
                "\uFEFF=1",
                "\u200B@x",
                "\u2028=1",
                "\u0000=1",
                "  \n=1",
                "\u000B=1",
                "'=1",
                " '' =1"
            })
    void textsThatASpreadsheetWouldRunGetAnApostropheAndComeBackWhole(String text) {
        assertThat(FormulaGuard.guard(text)).isEqualTo("'" + text);
        assertThat(FormulaGuard.unguard("'" + text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "'", "'tis", "1-2", "a=b", "#Sandy", "Hello\n=1", "été @anna", "‘=1", "€=1"})
    void otherTextsAreLeftAlone(String text) {
        assertThat(FormulaGuard.guard(text)).isSameAs(text);
        assertThat(FormulaGuard.unguard(text)).isEqualTo(text);
    }
}
