package org.gazouillis.launch;

import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class OptionsTest {
    @Test
    void valuesStandBehindTheirOptionOrAnEqualsSign() {
        Options options = Options.of(List.of("--port", "8081", "--data=/tmp/x=y", "--no-demo"), Run.OPTIONS);
        assertThat(options.port("--port", 8080)).isEqualTo(8081);
        assertThat(options.value("--data")).hasValue("/tmp/x=y");
        assertThat(options.has("--no-demo")).isTrue();
    }

    @Test
    void wordsWithoutOptionAreWhatTheVerbWorksOn() {
        Options options = Options.of(List.of("anna@demo.example", "--scopes", "read"), Token.OPTIONS);
        assertThat(options.only("an e-mail address")).isEqualTo("anna@demo.example");
    }

    @Test
    void unknownOptionIsNamed() {
        assertThatThrownBy(() -> Options.of(List.of("--prot", "8081"), Run.OPTIONS))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("--prot");
    }

    @Test
    void optionWithoutItsValueIsRefused() {
        assertThatThrownBy(() -> Options.of(List.of("--port"), Run.OPTIONS)).hasMessageContaining("needs a value");
    }

    @Test
    void portIsANumberThatTcpKnows() {
        Options options = Options.of(List.of("--port", "70000"), Run.OPTIONS);
        assertThatThrownBy(() -> options.port("--port", 8080)).hasMessageContaining("70000");
    }
}
