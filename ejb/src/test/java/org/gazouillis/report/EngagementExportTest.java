package org.gazouillis.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.gazouillis.audit.AuditTrail;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.PublicAddress;
import org.gazouillis.kernel.TimeOrderedIds;
import org.gazouillis.kernel.TimeRange;
import org.gazouillis.reports.CsvFormat;
import org.gazouillis.reports.JsonLinesFormat;
import org.gazouillis.reports.StrictCsv;
import org.gazouillis.reports.XActivityFormat;
import org.gazouillis.security.BrandNotFound;
import org.gazouillis.security.PermissionDenied;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.CurrentMember;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.tenancy.Snapshots;
import org.gazouillis.testrig.World;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gazouillis.testrig.World.AGENCY;
import static org.gazouillis.testrig.World.ANNA;
import static org.gazouillis.testrig.World.LUNE;
import static org.gazouillis.testrig.World.MARC;
import static org.gazouillis.testrig.World.NORD;
import static org.gazouillis.testrig.World.NORD_ACCOUNT;
import static org.gazouillis.testrig.World.NORD_PROFILE;
import static org.gazouillis.testrig.World.RIVAL;

class EngagementExportTest {
    private static final Instant FROM = Instant.parse("2026-07-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2026-08-01T00:00:00Z");
    private static final Instant NINE = Instant.parse("2026-07-14T07:00:00.123456Z");
    private static final String NASTY = "=1+1, \"été\"\nand more";

    private final World world = World.fresh();

    @Test
    void ownStatusesCarryTheirPostTheirPlanAndWhatTheyGathered() throws IOException {
        published(NASTY, NINE);
        assertThat(rows(NORD))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("post_id", "9001")
                        .containsEntry("network", "gazouillis")
                        .containsEntry("account", "nord")
                        .containsEntry("campaign", "Summer")
                        .containsEntry("planned_at", "2026-07-14T09:00:00+02:00")
                        .containsEntry("published_at", "2026-07-14T09:00:00.123456+02:00")
                        .containsEntry("zone", "Europe/Paris")
                        .containsEntry("text", "'" + NASTY)
                        .containsEntry("permalink", "https://gz.example/timeline/thread?id=" + row.get("status_id"))
                        .containsEntry("impressions", "40")
                        .containsEntry("reach", "25")
                        .containsEntry("likes", "5")
                        .containsEntry("quotes", "3")
                        .containsEntry("bookmarks", "9")
                        .containsEntry("link_clicks", "1")
                        .containsEntry("profile_clicks", "3")
                        .containsEntry("hashtag_clicks", "0")
                        .containsEntry("detail_expands", "4")
                        .containsEntry("media_engagements", "0")
                        .containsEntry("follows", "2")
                        .containsEntry("engagements", "21")
                        .containsEntry("er_impressions", "0.525")
                        .containsEntry("source", "gazouillis")
                        .containsEntry("definition_version", "3"));
    }

    @Test
    void anOwnStatusFillsTheColumnsOfXsLayoutThatSomebodyCounts() throws IOException {
        published("Bonjour", NINE);
        var out = new ByteArrayOutputStream();
        var x = new XActivityFormat(XActivityFormat.Generation.LIKES, false, false);
        export(ANNA).write(new EngagementWish(NORD, new TimeRange(FROM, TO), List.of(), x), out);
        String row = out.toString(StandardCharsets.UTF_8).split("\n", -1)[1].replace("\"", "");
        assertThat(row).endsWith(",40.0,21.0,0.525,2.0,1.0,5.0,3.0,1.0,0.0,4.0,-,-,-,2,-,-,-,0" + ",-".repeat(18));
    }

    @Test
    void importedStatusesKeepTheirNetworksFiguresAndHaveNoReachOfOurs() throws IOException {
        imported(NORD, "77", NINE);
        assertThat(rows(NORD))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("post_id", "77")
                        .containsEntry("network", "x")
                        .containsEntry("impressions", "1010")
                        .containsEntry("reach", "")
                        .containsEntry("likes", "")
                        .containsEntry("engagements", "42")
                        .containsEntry("er_impressions", "0.041584")
                        .containsEntry("source", "x"));
    }

    @Test
    void thePeriodHoldsItsBeginningAndNotItsEnd() throws IOException {
        imported(NORD, "1", FROM.minusNanos(1_000));
        imported(NORD, "2", FROM);
        imported(NORD, "3", TO.minusNanos(1_000));
        imported(NORD, "4", TO);
        assertThat(rows(NORD)).extracting(row -> row.get("post_id")).containsExactly("2", "3");
    }

    @Test
    void theFileEqualsTheDatabaseRowForRow() throws IOException {
        world.inWorkerTransaction(() -> {
            IntStream.range(0, 6_000).forEach(i -> imported(NORD, "f" + i, NINE.plusSeconds(i)));
            return true;
        });
        assertThat(rows(NORD))
                .extracting(row -> row.get("post_id"))
                .containsExactlyElementsOf(
                        IntStream.range(0, 6_000).mapToObj(i -> "f" + i).toList());
    }

    @Test
    void anotherBrandsStatusesStayOut() throws IOException {
        imported(NORD, "1", NINE);
        imported(LUNE, "2", NINE);
        published("ours", NINE);
        assertThat(rows(LUNE)).extracting(row -> row.get("post_id")).containsExactly("2");
        assertThatThrownBy(() -> export(ANNA).write(RIVAL, FROM, TO, new ByteArrayOutputStream()))
                .isInstanceOf(BrandNotFound.class);
        assertThatThrownBy(() -> export(MARC).write(NORD, FROM, TO, new ByteArrayOutputStream()))
                .isInstanceOf(PermissionDenied.class);
    }

    @Test
    void theSameRowsComeAsJsonLines() throws IOException {
        imported(NORD, "1", NINE);
        var out = new ByteArrayOutputStream();
        long rows = export(ANNA).write(NORD, new TimeRange(FROM, TO), new JsonLinesFormat(false), out);
        assertThat(rows).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .startsWith("{\"post_id\":\"1\",")
                .contains("\"impressions\":1010,\"reach\":null,")
                .endsWith("}\n");
    }

    @Test
    void whoTookWhatStandsInTheAuditTrail() throws IOException {
        imported(NORD, "1", NINE);
        imported(NORD, "2", NINE);
        export(ANNA).write(NORD, new TimeRange(FROM, TO), new CsvFormat(';', true, true), new ByteArrayOutputStream());
        assertThat(trail())
                .containsExactly(Map.of(
                        "workspace_id", AGENCY.value(),
                        "member_id", ANNA.member().value(),
                        "brand_id", NORD.value(),
                        "action", "report.exported",
                        "report", "engagement",
                        "from", "2026-07-01T00:00:00Z",
                        "to", "2026-08-01T00:00:00Z",
                        "format", "csv.gz",
                        "rows", "2",
                        "complete", "true"));
    }

    @Test
    void whatLeftBeforeTheReaderWentAwayStandsInTheAuditTrailToo() {
        world.inWorkerTransaction(() -> {
            IntStream.range(0, 2_000).forEach(i -> imported(NORD, "f" + i, NINE.plusSeconds(i)));
            return true;
        });
        assertThatThrownBy(() -> export(ANNA).write(NORD, FROM, TO, new Torn(100_000)))
                .isInstanceOf(IOException.class)
                .hasMessage("torn");
        assertThat(trail()).singleElement().satisfies(entry -> {
            assertThat(entry).containsEntry("complete", "false");
            assertThat(Integer.parseInt(String.valueOf(entry.get("rows")))).isBetween(1, 1_999);
        });
    }

    private List<Map<String, Object>> trail() {
        return world.worker()
                .withHandle(handle -> handle.createQuery("""
                        select workspace_id, member_id, brand_id, action, detail ->> 'report' as report,
                               detail ->> 'from' as from, detail ->> 'to' as to, detail ->> 'format' as format,
                               detail ->> 'rows' as rows, detail ->> 'complete' as complete
                        from audit_entry
                        """).mapToMap().list());
    }

    /// A line that breaks after so many bytes.
    private static final class Torn extends OutputStream {
        private long left;

        Torn(long bytes) {
            left = bytes;
        }

        @Override
        public void write(int sign) throws IOException {
            if (--left < 0) {
                throw new IOException("torn");
            }
        }
    }

    private List<Map<String, String>> rows(BrandId brand) throws IOException {
        var out = new ByteArrayOutputStream();
        export(ANNA).write(brand, FROM, TO, out);
        var records = StrictCsv.read(out.toString(StandardCharsets.UTF_8), ',');
        return records.stream()
                .skip(1)
                .map(cells -> named(records.getFirst(), cells))
                .toList();
    }

    private static Map<String, String> named(List<String> header, List<String> cells) {
        var row = new HashMap<String, String>();
        for (int i = 0; i < header.size(); i++) {
            row.put(header.get(i), cells.get(i));
        }
        return row;
    }

    private EngagementExport export(MemberScope member) {
        var current = new CurrentMember();
        current.become(member);
        var trail = new ExportTrail(world.known(member), new AuditTrail(world.ids(), world.clock()));
        return new EngagementExport(
                new Permissions(current), new Snapshots(world.app()), trail, new PublicAddress("https://gz.example/"));
    }

    private void imported(BrandId brand, String foreignId, Instant at) {
        world.worker().useHandle(handle -> {
            handle.execute(
                    "insert into import_run (workspace_id, id, brand_id, member_id, file_name, lease_until, started_at)"
                            + " values (?, 1, ?, ?, 'f', now(), now()) on conflict do nothing",
                    AGENCY.value(),
                    brand.value(),
                    ANNA.member().value());
            handle.execute(
                    "insert into imported_status (workspace_id, id, brand_id, import_id, line, source, foreign_id, text,"
                            + " created_at, impressions, engagements, imported_at)"
                            + " select ?, ?, ?, 1, count(*) + 1, 'x', ?, 'text', ?, 1010, 42, now() from imported_status",
                    AGENCY.value(),
                    world.ids().next(),
                    brand.value(),
                    foreignId,
                    at);
        });
    }

    private void published(String text, Instant at) {
        long status = TimeOrderedIds.floor(at) + 1;
        world.worker().useHandle(handle -> {
            handle.execute(
                    "insert into campaign (workspace_id, id, brand_id, name, slug, starts_on, ends_on, created_at)"
                            + " values (?, 801, ?, 'Summer', 'summer', '2026-07-01', '2026-08-31', now())",
                    AGENCY.value(),
                    NORD.value());
            handle.execute(
                    "insert into post (workspace_id, id, brand_id, campaign_id, author_id, text, lang, state, due_at, zone,"
                            + " content_hash, created_at, updated_at)"
                            + " values (?, 9001, ?, 801, ?, ?, 'fr', 'PUBLISHED', ?, 'Europe/Paris', '', now(), now())",
                    AGENCY.value(),
                    NORD.value(),
                    ANNA.member().value(),
                    text,
                    Instant.parse("2026-07-14T07:00:00Z"));
            handle.execute(
                    "insert into publication (workspace_id, id, post_id, brand_id, account_id, network, profile_id,"
                            + " state, status_id) values (?, 9002, 9001, ?, ?, 'gazouillis', ?, 'CONFIRMED', ?)",
                    AGENCY.value(),
                    NORD.value(),
                    NORD_ACCOUNT.value(),
                    NORD_PROFILE.value(),
                    status);
            handle.execute(
                    "insert into status (id, profile_id, text, lang, created_at, conversation_id, publication_id)"
                            + " values (?, ?, ?, 'fr', ?, ?, 9002)",
                    status,
                    NORD_PROFILE.value(),
                    text,
                    at,
                    status);
            handle.execute(
                    "insert into status_total (workspace_id, brand_id, status_id, views, likes, reposts, replies, quotes, reach,"
                            + " clicks, profile_clicks, detail_expands, status_follows, bookmarks)"
                            + " values (?, ?, ?, 40, 5, 2, 1, 3, 25, 1, 3, 4, 2, 9)",
                    AGENCY.value(),
                    NORD.value(),
                    status);
        });
    }
}
