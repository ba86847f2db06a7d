package org.gazouillis.index.analysis;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HashtagsTest {

    private static final String PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_";

    @Test
    void camelCaseHidesWords() {
        assertThat(Hashtags.words("ÉtéBrûlant")).isEqualTo("Été Brûlant");
        assertThat(Hashtags.words("HTTPServer2026")).isEqualTo("HTTP Server 2026");
        assertThat(Hashtags.words("vacances_d_été")).isEqualTo("vacances d été");
        assertThat(Hashtags.words("vacances")).isEmpty();
    }

    @Test
    void hashtagsAreFoundInRunningText() {
        String text = "Vive #ÉtéBrûlant, ＃全角タグ et non a#b.";
        assertThat(Hashtags.in(text))
                .extracting(span -> text.substring(span.start(), span.end()))
                .containsExactly("#ÉtéBrûlant", "＃全角タグ");
    }

    @Test
    void mentionsAreFoundButNotAddresses() {
        String text = "@marie dit à a@b.fr et à @luc_2.";
        assertThat(Hashtags.mentionsIn(text))
                .extracting(span -> text.substring(span.start(), span.end()))
                .containsExactly("@marie", "@luc_2");
    }

    @Test
    void keywordsFoldAlike() {
        assertThat(Keywords.fold("ÉtéBrûlant")).isEqualTo(Keywords.fold("ETEBRULANT"));
        assertThat(Keywords.fold("É" + PLAIN)).isEqualTo("e" + Keywords.fold(PLAIN));
        assertThat(Keywords.fold("全角タグ")).isEqualTo("全角タグ");
        assertThat(Keywords.fold("x".repeat(600))).isEmpty();
        assertThat(Keywords.language("pt-BR")).isEqualTo("pt");
        assertThat(Keywords.language("42")).isEmpty();
    }

    @Test
    void hostsAreReadFromUrls() {
        assertThat(Keywords.host("https://WWW.Example.org:8080/été?q#x")).contains("example.org");
        assertThat(Keywords.host("example.org/x")).contains("example.org");
        assertThat(Keywords.host("javascript:alert(1)")).isEmpty();
        assertThat(Keywords.host("")).isEmpty();
    }
}
