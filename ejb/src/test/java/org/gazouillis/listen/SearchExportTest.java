package org.gazouillis.listen;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.gazouillis.audit.AuditTrail;
import org.gazouillis.kernel.PublicAddress;
import org.gazouillis.reports.CsvFormat;
import org.gazouillis.security.BrandNames;
import org.gazouillis.security.BrandNotFound;
import org.gazouillis.security.PermissionDenied;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.CurrentMember;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.tenancy.VisibleBrands;
import org.gazouillis.testrig.World;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SearchExportTest {
    private static final List<FoundColumn> COLUMNS =
            List.of(FoundColumn.STATUS_ID, FoundColumn.TEXT, FoundColumn.LIKES, FoundColumn.PERMALINK);

    @TempDir
    private Path folder;

    private Ground ground;
    private StatusIndexer indexer;

    @BeforeEach
    void open() {
        ground = new Ground(folder.resolve("index"));
        indexer = ground.start();
        ground.eventually().until(ground::complete);
    }

    @AfterEach
    void close() {
        ground.close();
    }

    @Test
    void theFileHoldsExactlyWhatThePagesShowInTheSameOrder() {
        ground.bringIn(
                World.ANNA,
                World.NORD,
                IntStream.range(0, 230).mapToObj(n -> "Un café, le " + n).toList());
        long own = ground.post(World.LUNE_PROFILE, "Un café, ici");
        ground.eventually().until(() -> indexer.index().orElseThrow().count() == 231);
        String[] lines = export(World.ANNA, "café", null).split("\r\n", -1);
        assertThat(lines[0]).isEqualTo("status_id,text,likes,permalink");
        assertThat(lines).hasSize(1 + 231 + 1);
        assertThat(lines[1])
                .isEqualTo(
                        "\"" + own + "\",\"Un café, ici\",0,\"https://here.example/timeline/thread?id=" + own + "\"");
        assertThat(lines[2]).contains("\"Un café, le 229\",7,");
        List<String> ids = List.of(lines).subList(1, 232).stream()
                .map(line -> line.substring(1, line.indexOf(',') - 1))
                .toList();
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(ids.subList(0, 100))
                .isEqualTo(ground.search(World.ANNA, "café").items().stream()
                        .map(found -> Long.toString(found.id()))
                        .toList());
        assertThat(trail()).containsExactly("café 231 true");
    }

    @Test
    void nobodyTakesAwayWhatTheyMayNotExportOrSee() {
        ground.post(World.LUNE_PROFILE, "Un café");
        assertThatThrownBy(() -> export(World.MARC, "café", "lune")).isInstanceOf(BrandNotFound.class);
        assertThatThrownBy(() -> export(author(), "café", "nord")).isInstanceOf(PermissionDenied.class);
        assertThatThrownBy(() -> export(author(), "café", null)).isInstanceOf(PermissionDenied.class);
        assertThat(trail()).isEmpty();
    }

    /// What is to be told is that the reader has gone, not that it could not be noted.
    @Test
    void aTrailThatFailsDoesNotHideWhatBrokeTheFile() {
        var gone = new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                throw new IOException("the reader has gone");
            }
        };
        var deaf = new SearchExportTrail(
                Jdbi.create("jdbc:none"), new AuditTrail(ground.world.ids(), ground.world.clock()));
        assertThatThrownBy(() -> exportTo(gone, World.ANNA, "café", null, deaf))
                .hasRootCauseMessage("the reader has gone")
                .cause()
                .satisfies(broken -> assertThat(broken.getSuppressed()).hasSize(1));
    }

    @Test
    void aFaultyQueryIsToldBeforeTheFileBegins() {
        assertThatThrownBy(() -> export(World.ANNA, "\"café", null)).isInstanceOf(QueryNotUnderstood.class);
    }

    private static MemberScope author() {
        return new MemberScope(
                World.AGENCY,
                World.MARC.member(),
                World.MARC.profile(),
                World.MARC.email(),
                java.util.Map.of(World.NORD, java.util.Set.of(org.gazouillis.tenancy.Role.AUTHOR)),
                MemberScope.ALL_SCOPES);
    }

    private String export(MemberScope member, String query, @Nullable String brand) {
        var out = new ByteArrayOutputStream();
        World world = ground.world;
        exportTo(
                out,
                member,
                query,
                brand,
                new SearchExportTrail(world.known(member), new AuditTrail(world.ids(), world.clock())));
        return out.toString(StandardCharsets.UTF_8);
    }

    private void exportTo(
            OutputStream out, MemberScope member, String query, @Nullable String brand, SearchExportTrail trail) {
        CurrentMember current = new CurrentMember();
        current.become(member);
        World world = ground.world;
        Permissions permissions = new Permissions(current);
        SearchExport export = new SearchExport(
                ground.statuses(current),
                new BrandNames(new VisibleBrands(world.known(member), current)),
                permissions,
                trail,
                new PublicAddress("https://here.example"));
        try {
            export.write(
                    export.prepare(new SearchQuestion(query, brand, SearchOrder.NEWEST, 100, null), COLUMNS),
                    CsvFormat.RFC_4180,
                    out);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private List<String> trail() {
        return ground.world
                .worker()
                .withHandle(
                        handle -> handle.createQuery("""
                                select concat_ws(' ', detail ->> 'query', detail ->> 'rows', detail ->> 'complete')
                                from audit_entry where action = 'search.exported'
                                """).mapTo(String.class).list());
    }
}
