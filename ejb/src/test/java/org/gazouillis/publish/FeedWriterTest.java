package org.gazouillis.publish;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.gazouillis.compose.PostState;
import org.gazouillis.kernel.PostId;
import org.gazouillis.testrig.World;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// Reads the feed back with the library that calendar programs' authors would take.
class FeedWriterTest {
    private static final Instant DUE = Instant.parse("2026-12-01T08:30:00Z");
    private static final String LONG = "Éclairs à la crème, « déjà » 100 % prêts ; commandez\n"
            + "ici, là-bas, partout : https://example.com/é 🎂🎂🎂🎂🎂🎂🎂🎂";

    private final FeedWriter writer = new FeedWriter(World.AGENCY, "nord", "Café Nord, Lille", "https://desk.example");

    @Test
    void theLibraryReadsBackWhatIsPlanned() {
        String text = writer.write(List.of(post(7, PostState.SCHEDULED, 3)));
        ICalendar calendar = Biweekly.parse(text).first();
        assertThat(calendar.validate(ICalVersion.V2_0).getWarnings()).isEmpty();
        VEvent event = calendar.getEvents().getFirst();
        assertThat(event.getDescription().getValue()).isEqualTo(LONG);
        assertThat(event.getSummary().getValue())
                .startsWith("Éclairs à la crème")
                .endsWith("…");
        assertThat(event.getDateStart().getValue().toInstant()).isEqualTo(DUE);
        assertThat(event.getSequence().getValue()).isEqualTo(3);
        assertThat(event.getUid().getValue()).isEqualTo("post-7.101@gazouillis");
        assertThat(event.getLastModified().getValue().toInstant()).isEqualTo(DUE.minusSeconds(60));
        assertThat(event.getUrl().getValue()).startsWith("https://desk.example/");
        assertThat(event.getCategories())
                .extracting(each -> each.getValues().getFirst())
                .contains("Noël, 2026");
        assertThat(calendar.getExperimentalProperty("X-WR-CALNAME").getValue()).contains("Café Nord");
        assertThat(text).contains("DTSTART:20261201T083000Z\r\n", "DURATION:PT5M");
    }

    @Test
    void theStatusSaysHowSureItIs() {
        assertThat(status(PostState.IN_REVIEW)).isEqualTo("TENTATIVE");
        assertThat(status(PostState.SCHEDULED)).isEqualTo("CONFIRMED");
        assertThat(status(PostState.PUBLISHED)).isEqualTo("CONFIRMED");
        assertThat(status(PostState.CANCELLED)).isEqualTo("CANCELLED");
    }

    @Test
    void noLineIsLongerThan75OctetsAndNoLetterIsCut() {
        String text = writer.write(List.of(post(7, PostState.SCHEDULED, 3)));
        assertThat(text.split("\r\n"))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75));
        assertThat(text).doesNotContain("\ufffd").endsWith("END:VCALENDAR\r\n");
        assertThat(text.replace("\r\n", "")).doesNotContain("\n", "\r");
    }

    @Test
    void equalPlansMakeEqualTexts() {
        List<PlannedEvent> posts = List.of(post(7, PostState.SCHEDULED, 3), post(8, PostState.CANCELLED, 1));
        assertThat(writer.write(posts)).isEqualTo(writer.write(posts));
        assertThat(writer.write(posts)).isNotEqualTo(writer.write(List.of(post(7, PostState.SCHEDULED, 4))));
    }

    private String status(PostState state) {
        return Biweekly.parse(writer.write(List.of(post(7, state, 1))))
                .first()
                .getEvents()
                .getFirst()
                .getStatus()
                .getValue();
    }

    private static PlannedEvent post(long id, PostState state, int version) {
        return new PlannedEvent(
                new PostId(id),
                LONG,
                state,
                DUE,
                "Noël, 2026",
                new String[] {"gazouillis"},
                version,
                DUE.minusSeconds(3600),
                DUE.minusSeconds(60));
    }
}
