package org.gazouillis.intake;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.gazouillis.intake.file.Xlsx;
import org.gazouillis.kernel.BulkId;
import org.gazouillis.testrig.World;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/// Files exactly as the vendors' programs write them.
class BulkLayoutsTest {
    @TempDir
    private static Path folder;

    private static BulkRig rig;

    @BeforeAll
    static void build() {
        rig = new BulkRig(World.fresh(), folder);
    }

    @Test
    void hootsuiteHasNoHeaderAndTheLinkMayBeMissing() {
        BulkId id = rig.send("""
                04/25/2027 10:30,"Spring, at last",https://example.com/spring
                04/05/2027 9:05,Half of us; half of them
                """);
        assertThat(rig.run(id).format()).isEqualTo(BulkFormat.HOOTSUITE);
        assertThat(told(id))
                .containsExactly(
                        "1 2027-04-25T10:30 Spring, at last https://example.com/spring",
                        "2 2027-04-05T09:05 Half of us; half of them");
    }

    @Test
    void hootsuiteMayHaveAHeader() {
        BulkId id = rig.send("Date,Message,Link\r\n25/04/2027 10:30,Spring,\r\n");
        assertThat(rig.run(id).format()).isEqualTo(BulkFormat.HOOTSUITE);
        assertThat(told(id)).containsExactly("2 2027-04-25T10:30 Spring");
        BulkId exported = rig.send("Date,Time,Platform,Message,Link,Image URL\n2027-04-26,10:30,gazouillis,Spring,,\n");
        assertThat(told(exported)).containsExactly("2 2027-04-26T10:30 Spring");
    }

    @Test
    void sproutHasDayAndTimeApart() {
        BulkId id = rig.send("""
                date,time_24hr,message_text,tags
                25/04/2027,14:30,Spring,campaign
                03/05/2027,09:05,May,
                """);
        assertThat(rig.run(id).format()).isEqualTo(BulkFormat.SPROUT);
        assertThat(told(id)).containsExactly("2 2027-04-25T14:30 Spring", "3 2027-05-03T09:05 May");
        assertThat(rig.run(id).notes()).anyMatch(note -> note.contains("tags"));
    }

    @Test
    void sproutsHeaderIsTakenAtItsWordWhenTheLayoutIsNamed() {
        byte[] file = "Date,Time_24hr,Message_text\n25/04/2027,14:30,Spring\n".getBytes(StandardCharsets.UTF_8);
        BulkRun run = rig.run(rig.send("a.csv", file, "{\"format\":\"sprout\"}", BulkMode.PREVIEW));
        assertThat(run.failure()).contains("named exactly");
        assertThat(told(rig.send("a.csv", file, "", BulkMode.PREVIEW))).containsExactly("2 2027-04-25T14:30 Spring");
    }

    @Test
    void bufferPutsTheTimeLastAndItsPicturesAreTold() {
        BulkId id = rig.send("""
                Text,Image URL,Tags,Posting Time
                Spring,https://example.com/a.jpg,"one, two",2027-04-25 14:30
                "Two
                lines",,,2027-04-26 9:05
                """);
        assertThat(rig.run(id).format()).isEqualTo(BulkFormat.BUFFER);
        assertThat(told(id)).containsExactly("2 2027-04-25T14:30 Spring", "3 2027-04-26T09:05 Two\nlines");
        assertThat(rig.faults(id)).isEqualTo("1:picture-left-out");
    }

    static Stream<Arguments> others() {
        return Stream.of(
                Arguments.of(
                        "HighLevel",
                        "postAtSpecificTime,content,link,imageUrls,gifUrl,videoUrls\n2027-04-25 14:30:00,Spring,,,,\n"),
                Arguments.of(
                        "PostFast",
                        "scheduled_at,account_id,content,media_urls,first_comment\n2027-04-25T14:30:00+02:00,nord,Spring,,\n"),
                Arguments.of(
                        "Ayrshare", "post,platforms,mediaUrls,scheduleDate\nSpring,gazouillis,,2027-04-25T12:30:00Z\n"),
                Arguments.of(
                        "Schedulin",
                        "channel,caption,media_url,scheduled_at,placement\nnord,Spring,,2027-04-25T12:30:00Z,\n"),
                Arguments.of("Metricool", "Text;Date;Time;Draft\nSpring;2027-04-25;14:30:00;false\n"),
                Arguments.of("French", "Texte\tDate\tHeure\tCompte\nSpring\t25/04/2027\t14h30\tgazouillis:nord\n"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("others")
    void otherLayoutsAreReadByTheNamesOfTheirColumns(String vendor, String file) {
        BulkId id = rig.send(file);
        assertThat(rig.faults(id)).as(vendor).isEmpty();
        assertThat(told(id)).as(vendor).containsExactly("2 2027-04-25T14:30 Spring");
    }

    @Test
    void aWorkbookIsReadAsItLooks() {
        byte[] file = Xlsx.of(
                        Xlsx.row(1, Xlsx.text("A1", "When"), Xlsx.text("B1", "Text"), Xlsx.text("C1", "Account")),
                        Xlsx.row(2, Xlsx.number("A2", 1, "46502.604166666664"), Xlsx.text("B2", "Spring")),
                        Xlsx.row(3, Xlsx.text("A3", "2027-04-26 9:05"), Xlsx.number("B3", 0, "2027")))
                .bytes();
        BulkId id = rig.send("plan.xlsx", file, "", BulkMode.PREVIEW);
        assertThat(told(id)).containsExactly("2 2027-04-25T14:30 Spring", "3 2027-04-26T09:05 2027");
    }

    @ParameterizedTest
    @EnumSource(BulkFormat.class)
    void theTemplateOfALayoutIsRightAsItIs(BulkFormat format) {
        String template = BulkTemplate.of(format, LocalDate.of(2027, 3, 31), "gazouillis:nord");
        BulkId id = rig.send(template);
        assertThat(rig.run(id).format()).isEqualTo(format);
        assertThat(rig.faults(id)).isEmpty();
        assertThat(rig.run(id).counts().ready()).isEqualTo(2);
    }

    static Stream<Charset> encodings() {
        return Stream.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16, Charset.forName("windows-1252"));
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void theEncodingIsFoundAndSaid(Charset encoding) {
        byte[] file = "when;text\n2027-04-25 14:30;Été à la crème\n".getBytes(encoding);
        BulkId id = rig.send("a.csv", file, "", BulkMode.PREVIEW);
        assertThat(told(id)).containsExactly("2 2027-04-25T14:30 Été à la crème");
        assertThat(rig.run(id).notes().stream().anyMatch(note -> note.contains("was read as")))
                .isEqualTo(true);
        assertThat(rig.run(id).notes().stream().anyMatch(note -> note.contains("Windows-1252")))
                .isEqualTo(encoding.name().equals("windows-1252"));
    }

    @Test
    void aHeaderWithoutTextOrTimeAsksWhichColumnsTheyAre() {
        BulkId id = rig.send("A,B\n2027-04-25 14:30,Spring\n");
        assertThat(rig.faults(id)).isEqualTo("1:time-missing 1:empty");
        rig.ask(plans -> plans.say(id, BulkWish.parse("{\"columns\":{\"when\":\"A\",\"text\":\"B\"}}")));
        assertThat(told(id)).containsExactly("2 2027-04-25T14:30 Spring");
    }

    private static List<String> told(BulkId id) {
        return rig.rows(id).stream()
                .map(row -> row.line() + " " + row.localAt() + " " + row.text())
                .toList();
    }
}
