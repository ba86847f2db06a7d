package org.gazouillis.web.microblog;

import java.time.Instant;
import java.util.List;
import org.gazouillis.kernel.ProfileId;
import org.gazouillis.kernel.StatusId;
import org.gazouillis.microblog.Mention;
import org.gazouillis.microblog.Profile;
import org.gazouillis.timeline.StatusView;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StatusHtmlTest {
    private static final Addresses HERE = new Addresses("", "&brand=nord");

    @Test
    void textIsEscapedAndKeepsItsLines() {
        assertThat(html("<script>alert('1')</script>\n\"a\" & b"))
                .isEqualTo("<p>&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;<br>&quot;a&quot; &amp; b</p>");
    }

    @Test
    void hashtagsAndKnownMentionsAreLinkedAndUnknownOnesPlain() {
        assertThat(html("#Été @Anna @nobody"))
                .contains("<a href=\"/timeline/hashtag?tag=%C3%A9t%C3%A9&amp;brand=nord\" class=\"mention hashtag\"")
                .contains("#<span>Été</span>")
                .contains("<a href=\"/timeline/profile?handle=anna&amp;brand=nord\" class=\"u-url mention\">")
                .endsWith(" @nobody</p>");
    }

    @Test
    void addressesAreLinkedAsWrittenAndNothingButHttpIs() {
        assertThat(html("see example.com/a?b=1&c=\"x javascript:alert(1)"))
                .contains("href=\"https://example.com/a?b=1&amp;c=\"")
                .doesNotContain("href=\"javascript");
    }

    private static String html(String text) {
        Profile author = new Profile(new ProfileId(1), "marc", "Marc", "", "en", Instant.EPOCH, 0, 0, 0);
        return StatusHtml.of(
                new StatusView(
                        new StatusId(2),
                        author,
                        text,
                        "en",
                        Instant.EPOCH,
                        null,
                        null,
                        List.of(new Mention(new ProfileId(3), "anna")),
                        List.of(),
                        0,
                        0,
                        0,
                        false,
                        false,
                        null),
                HERE);
    }
}
