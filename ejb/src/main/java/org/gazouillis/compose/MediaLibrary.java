package org.gazouillis.compose;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import org.gazouillis.compose.MediaRecords.Descriptions;
import org.gazouillis.compose.picture.Picture;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.MediaId;
import org.gazouillis.kernel.Slice;
import org.gazouillis.security.BrandNotFound;
import org.gazouillis.security.Permission;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.MemberScope;
import org.jspecify.annotations.Nullable;

/// A brand's images. Pictures are developed outside any transaction. What was published stays on the timeline when it
/// leaves the library: its file is kept.
@ApplicationScoped
public class MediaLibrary {
    private static final int LONGEST_NAME = 120;
    private static final int MOST = 100;

    private MediaRecords records;
    private MediaFiles files;
    private Permissions permissions;

    @Inject
    public MediaLibrary(MediaRecords records, MediaFiles files, Permissions permissions) {
        this.records = records;
        this.files = files;
        this.permissions = permissions;
    }

    @SuppressWarnings("NullAway.Init")
    MediaLibrary() {}

    /// Develops and keeps a picture; the same one again is not kept twice.
    ///
    /// @param altEn what it shows; null or empty when that will be said later
    /// @throws MediaRefused when it is no picture that can be shown, the file or its description is too large, or
    ///     there is no room left
    public Media add(
            BrandId brand, String fileName, InputStream content, @Nullable String altEn, @Nullable String altFr)
            throws IOException {
        MemberScope member = permissions.require(brand, Permission.WRITE);
        Descriptions alt = new Descriptions(PictureIntake.description(altEn), PictureIntake.description(altFr));
        Picture picture = PictureIntake.develop(content, records.kept(member));
        return records.add(member, brand, picture, files.keep(picture), shown(fileName), alt);
    }

    /// @throws MediaNotFound when the member sees no such image
    public Media one(MediaId id) {
        MemberScope member = permissions.requireScope("read");
        Media media = records.find(member, id).orElseThrow(() -> new MediaNotFound(id.toString()));
        try {
            permissions.require(media.brandId(), Permission.VIEW);
            return media;
        } catch (BrandNotFound unseen) {
            throw new MediaNotFound(id.toString());
        }
    }

    /// The brand's images, the newest first, from the cursor on.
    public Slice<Media> newest(BrandId brand, MediaId before, int limit) {
        MemberScope member = permissions.require(brand, Permission.VIEW);
        int page = Math.clamp(limit, 1, MOST);
        return Slice.cut(
                records.newest(member, brand, before, page + 1),
                page,
                media -> media.id().value());
    }

    /// Says what it shows; null leaves a language as it is. Posts that show it already keep what they said.
    public Media describe(MediaId id, @Nullable String altEn, @Nullable String altFr) {
        Media media = one(id);
        MemberScope member = permissions.require(media.brandId(), Permission.WRITE);
        records.describe(
                member,
                id,
                new Descriptions(
                        altEn == null ? media.altEn() : PictureIntake.description(altEn),
                        altFr == null ? media.altFr() : PictureIntake.description(altFr)));
        return one(id);
    }

    /// Takes it out of the library.
    public void remove(MediaId id) {
        Media media = one(id);
        records.remove(permissions.require(media.brandId(), Permission.WRITE), id);
    }

    /// The name without folders, controls and signs that turn its direction, as people may see it.
    private static String shown(String fileName) {
        String name = fileName.replaceAll("[\\p{Cc}\\p{Cf}]", "")
                .replaceAll(".*[/\\\\]", "")
                .strip();
        int end = name.offsetByCodePoints(0, Math.min(LONGEST_NAME, name.codePointCount(0, name.length())));
        return name.isEmpty() ? "image" : name.substring(0, end);
    }
}
