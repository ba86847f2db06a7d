package org.gazouillis.compose;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.gazouillis.kernel.DataDirectory;
import org.gazouillis.kernel.MediaId;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.testrig.Entities;
import org.gazouillis.testrig.Pixels;
import org.gazouillis.testrig.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class UploadsTest {
    @TempDir
    private Path data;

    private final World world = World.fresh();

    @Test
    void anImageIsThereForWhoBroughtItAndNobodyElse() {
        UploadedImage image = bring(World.MARC, 60, "A lamp");
        UploadedImage found = as(World.MARC, uploads -> uploads.one(image.id()));
        assertThat(found).isEqualTo(image);
        assertThat(image.alt()).isEqualTo("A lamp");
        for (MemberScope other : List.of(World.ANNA, World.RITA)) {
            assertThatThrownBy(() -> as(other, uploads -> uploads.one(image.id())))
                    .isInstanceOf(MediaNotFound.class);
            assertThatThrownBy(() -> as(other, uploads -> uploads.describe(image.id(), "Mine")))
                    .isInstanceOf(MediaNotFound.class);
        }
        assertThat(as(World.MARC, uploads -> uploads.describe(image.id(), "Two lamps"))
                        .alt())
                .isEqualTo("Two lamps");
    }

    @Test
    void aStatusShowsFourInTheOrderAskedFor() {
        MediaId first = bring(World.MARC, 60, null).id();
        MediaId second = bring(World.MARC, 61, null).id();
        List<UploadedImage> shown = as(World.MARC, uploads -> uploads.all(List.of(second, first)));
        assertThat(shown).extracting(UploadedImage::id).containsExactly(second, first);
        assertThatThrownBy(() -> as(World.MARC, uploads -> uploads.all(Collections.nCopies(6, first))))
                .isInstanceOf(MediaRefused.class)
                .hasMessageContaining("leave out 2");
    }

    @Test
    void whatWasBroughtIsForgottenAfterADay() {
        MediaId old = bring(World.MARC, 60, null).id();
        world.worker()
                .useHandle(handle -> handle.execute("update upload set created_at = now() - interval '25 hours'"));
        MediaId fresh = bring(World.MARC, 61, null).id();
        new UploadSweep(world.worker()).run();
        assertThatThrownBy(() -> as(World.MARC, uploads -> uploads.one(old))).isInstanceOf(MediaNotFound.class);
        assertThat(as(World.MARC, uploads -> uploads.one(fresh)).id()).isEqualTo(fresh);
    }

    private UploadedImage bring(MemberScope member, int width, @org.jspecify.annotations.Nullable String alt) {
        return as(member, uploads -> {
            try {
                return uploads.add(new ByteArrayInputStream(Pixels.file("jpg", width, 40, false)), alt);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        });
    }

    private <T> T as(MemberScope member, Function<Uploads, T> work) {
        return world.as(
                member,
                () -> work.apply(new Uploads(
                        new UploadRecords(world.app(), world.ids()),
                        new MediaRecords(world.app(), world.ids()),
                        new MediaFiles(new DataDirectory(data)),
                        new Permissions(Entities.current(member)))));
    }
}
