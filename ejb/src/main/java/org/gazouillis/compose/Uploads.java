package org.gazouillis.compose;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.gazouillis.compose.picture.Picture;
import org.gazouillis.kernel.MediaId;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.MemberScope;
import org.jspecify.annotations.Nullable;

/// Images that a member brings for a status of their own before it is said. They belong to no brand and stand in no
/// library; each lies here for a day ([UploadSweep]), and a status keeps its own copy of what it shows.
@ApplicationScoped
public class Uploads {
    private static final int MOST = 4;

    private UploadRecords records;
    private MediaRecords library;
    private MediaFiles files;
    private Permissions permissions;

    @Inject
    public Uploads(UploadRecords records, MediaRecords library, MediaFiles files, Permissions permissions) {
        this.records = records;
        this.library = library;
        this.files = files;
        this.permissions = permissions;
    }

    @SuppressWarnings("NullAway.Init")
    Uploads() {}

    /// Develops and keeps a picture.
    ///
    /// @param alt what it shows; null or empty when that will be said later
    /// @throws MediaRefused when it is no picture that can be shown, the file or its description is too large, or
    ///     there is no room left
    public UploadedImage add(InputStream content, @Nullable String alt) throws IOException {
        MemberScope member = permissions.requireScope("write");
        String description = PictureIntake.description(alt);
        Picture picture = PictureIntake.develop(content, library.kept(member));
        return records.add(member, picture, files.keep(picture), description);
    }

    /// @throws MediaNotFound when the member brought no such image today
    public UploadedImage one(MediaId id) {
        return records.find(permissions.requireScope("read"), id).orElseThrow(() -> new MediaNotFound(id.toString()));
    }

    /// Says what it shows.
    public UploadedImage describe(MediaId id, @Nullable String alt) {
        records.describe(permissions.requireScope("write"), id, PictureIntake.description(alt));
        return one(id);
    }

    /// The images that a status is to show, in this order.
    ///
    /// @throws MediaNotFound when the member did not bring one of them
    /// @throws MediaRefused when they are too many
    public List<UploadedImage> all(List<MediaId> ids) {
        if (ids.size() > MOST) {
            throw new MediaRefused(
                    "A status shows " + MOST + " images at most; leave out " + (ids.size() - MOST) + ".");
        }
        return ids.stream().map(this::one).toList();
    }
}
