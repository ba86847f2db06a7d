package org.gazouillis.compose;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gazouillis.compose.picture.Picture;
import org.gazouillis.kernel.DataDirectory;

/// The files of the library, in `media/` of the data folder: `ab/<hash>.jpg` and, for lists, `ab/<hash>-small.jpg`.
/// Named by what is in them, they never change and never clash.
@ApplicationScoped
public class MediaFiles {
    private static final Pattern NAME = Pattern.compile("([0-9a-f]{2})[0-9a-f]{62}(-small)?\\.(jpg|png)");

    private final Path folder;

    @Inject
    public MediaFiles(DataDirectory data) {
        folder = data.path().resolve("media");
    }

    MediaFiles() {
        folder = Path.of("media");
    }

    /// The path of a file by the name that it is served under; empty when there is none.
    public Optional<Path> find(String name) {
        Matcher matcher = NAME.matcher(name);
        return matcher.matches()
                ? Optional.of(folder.resolve(matcher.group(1)).resolve(name)).filter(Files::isRegularFile)
                : Optional.empty();
    }

    static String name(String hash, String type) {
        return hash + extension(type);
    }

    /// Keeps the picture and gives its hash.
    String keep(Picture picture) throws IOException {
        String hash = HexFormat.of().formatHex(Sha256.of(picture.content()));
        put(hash + extension(picture.type()), picture.content());
        put(hash + "-small" + extension(picture.type()), picture.small());
        return hash;
    }

    private void put(String name, byte[] content) throws IOException {
        Path shelf = Files.createDirectories(folder.resolve(name.substring(0, 2)));
        Path target = shelf.resolve(name);
        if (Files.notExists(target)) {
            Path fresh = Files.createTempFile(shelf, "fresh", ".tmp");
            Files.write(fresh, content);
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static String extension(String type) {
        return type.equals("image/png") ? ".png" : ".jpg";
    }
}
