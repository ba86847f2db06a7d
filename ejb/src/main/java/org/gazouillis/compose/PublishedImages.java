package org.gazouillis.compose;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.gazouillis.link.OwnAddress;

/// The files of posts' images, and where everybody reads them.
@ApplicationScoped
public class PublishedImages {
    private MediaFiles files;
    private OwnAddress own;

    @Inject
    public PublishedImages(MediaFiles files, OwnAddress own) {
        this.files = files;
        this.own = own;
    }

    @SuppressWarnings("NullAway.Init")
    PublishedImages() {}

    public String address(Attachment image) {
        return own.base() + "/api/media/" + MediaFiles.name(image.hash(), image.type());
    }

    /// What is in the file; empty when this node does not have it.
    public Optional<byte[]> content(Attachment image) {
        Optional<Path> file = files.find(MediaFiles.name(image.hash(), image.type()));
        try {
            return file.isPresent() ? Optional.of(Files.readAllBytes(file.get())) : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
