package org.gazouillis.compose;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.DataDirectory;
import org.gazouillis.kernel.MediaId;
import org.gazouillis.kernel.Slice;
import org.gazouillis.security.BrandNotFound;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.testrig.Entities;
import org.gazouillis.testrig.Pen;
import org.gazouillis.testrig.Pixels;
import org.gazouillis.testrig.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MediaLibraryTest {
    private static final String UPWARDS = "../../../../etc/passwd";

    @TempDir
    private Path data;

    private World world;
    private int width = 60;

    @BeforeEach
    void build() {
        world = World.fresh();
    }

    @Test
    void aPictureIsKeptOnceUnderTheNameOfItsContent() throws IOException {
        Media first = add(World.MARC, World.NORD, "été.jpg", "jpg", "A red corner");
        Media again = add(World.MARC, World.NORD, "copy.jpg", "jpg", null);
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.altEn()).isEqualTo("A red corner");
        assertThat(files().find(first.file()))
                .hasValueSatisfying(file -> assertThat(file).hasFileName(first.hash() + ".jpg"));
        assertThat(files().find(first.file().replace(".", "-small."))).isPresent();
        try (Stream<Path> all = Files.walk(data)) {
            assertThat(all.filter(Files::isRegularFile)).hasSize(2);
        }
    }

    @Test
    void namesAreShownOnlyAndWithoutTricks() {
        assertThat(add(World.MARC, World.NORD, UPWARDS, "jpg", null).name()).isEqualTo("passwd");
        width = 61;
        assertThat(add(World.MARC, World.NORD, "\u202egpj.exe", "png", null).name())
                .isEqualTo("gpj.exe");
        width = 62;
        assertThat(add(World.MARC, World.NORD, "a\r\nX-Injected: 1.png", "gif", null)
                        .name())
                .isEqualTo("aX-Injected: 1.png");
        assertThat(add(World.ANNA, World.LUNE, "é".repeat(5_000) + ".jpg", "jpg", null)
                        .name())
                .hasSize(120);
        assertThat(files().find(UPWARDS)).isEmpty();
        assertThat(files().find("..%2f")).isEmpty();
    }

    @Test
    void aBrandsImagesAreItsOwn() {
        Media nord = add(World.MARC, World.NORD, "a.jpg", "jpg", null);
        assertThatThrownBy(() -> add(World.MARC, World.LUNE, "a.jpg", "jpg", null))
                .isInstanceOf(BrandNotFound.class);
        Media lune = add(World.ANNA, World.LUNE, "a.jpg", "jpg", null);
        assertThatThrownBy(() -> as(World.MARC, library -> library.one(lune.id())))
                .isInstanceOf(MediaNotFound.class);
        assertThatThrownBy(() -> as(World.RITA, library -> library.one(nord.id())))
                .isInstanceOf(MediaNotFound.class);
        Slice<Media> listed = as(World.ANNA, library -> library.newest(World.NORD, new MediaId(Long.MAX_VALUE), 10));
        assertThat(listed.items()).extracting(Media::id).containsExactly(nord.id());
        assertThatThrownBy(() -> write(List.of(lune.id()), "Not mine")).isInstanceOf(MediaNotFound.class);
    }

    @Test
    void aPostKeepsWhatItsImagesShowedAndADescriptionMayBeMandatory() {
        Media media = add(World.MARC, World.NORD, "a.jpg", "jpg", null);
        Details images = new Details(null, null, List.of(media.id()), null, null);
        PostOrder order = new PostOrder(World.NORD, "Image", null, List.of(), null, Plan.LATER, images);
        Pen marc = new Pen(world, World.MARC);
        List<Check> checks = marc.ask(composer -> composer.checks(order, null));
        assertThat(checks)
                .extracting(Check::code, Check::severity)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Check.Code.ALT_TEXT_MISSING, Check.Severity.WARNING));
        rules(true);
        assertThatThrownBy(() -> write(List.of(media.id()), "Image"))
                .isInstanceOf(PostRefused.class)
                .hasMessageContaining("description");
        as(World.MARC, library -> library.describe(media.id(), "A lamp", "Une lampe"));
        write(List.of(media.id()), "Image");
        assertThat(json("select attachments -> 0 ->> 'alt' from post")).isEqualTo("A lamp");
        assertThat(json("select attachments -> 0 ->> 'hash' from post")).isEqualTo(media.hash());
        as(World.MARC, library -> library.describe(media.id(), "Another lamp", null));
        assertThat(json("select attachments -> 0 ->> 'alt' from post")).isEqualTo("A lamp");
    }

    @Test
    void whatCannotBeShownLeavesNothingBehind() throws IOException {
        assertThatThrownBy(() -> as(World.MARC, library -> upload(library, World.NORD, "x.jpg", new byte[10], null)))
                .isInstanceOf(MediaRefused.class)
                .hasMessageContaining("neither JPEG");
        byte[] huge = new byte[PictureIntake.LARGEST_FILE + 1];
        assertThatThrownBy(() -> as(World.MARC, library -> upload(library, World.NORD, "x.jpg", huge, null)))
                .isInstanceOf(MediaRefused.class)
                .hasMessageContaining("20 MB");
        assertThatThrownBy(() -> add(World.MARC, World.NORD, "x.jpg", "jpg", "x".repeat(1_501)))
                .isInstanceOf(MediaRefused.class);
        try (Stream<Path> all = Files.walk(data)) {
            assertThat(all.filter(Files::isRegularFile)).isEmpty();
        }
    }

    private void rules(boolean altText) {
        world.worker()
                .useHandle(handle -> handle.execute(
                        "insert into brand_policy (workspace_id, brand_id,"
                                + " alt_text_required, changed_at) values (101, 201, ?, now())",
                        altText));
    }

    private void write(List<MediaId> media, String text) {
        Details details = new Details(null, null, media, null, null);
        new Pen(world, World.MARC)
                .tell(composer -> composer.write(
                        new PostOrder(World.NORD, text, null, List.of(), null, Plan.LATER, details), null));
    }

    private Media add(
            MemberScope member,
            BrandId brand,
            String name,
            String format,
            @org.jspecify.annotations.Nullable String alt) {
        return as(member, library -> upload(library, brand, name, Pixels.file(format, width, 40, false), alt));
    }

    private static Media upload(
            MediaLibrary library,
            BrandId brand,
            String name,
            byte[] content,
            @org.jspecify.annotations.Nullable String alt) {
        try {
            return library.add(brand, name, new ByteArrayInputStream(content), alt, null);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private MediaFiles files() {
        return new MediaFiles(new DataDirectory(data));
    }

    private String json(String sql) {
        return world.worker()
                .withHandle(
                        handle -> handle.createQuery(sql).mapTo(String.class).one());
    }

    private <T> T as(MemberScope member, Function<MediaLibrary, T> work) {
        return world.as(
                member,
                () -> work.apply(new MediaLibrary(
                        new MediaRecords(world.app(), world.ids()),
                        files(),
                        new Permissions(Entities.current(member)))));
    }
}
