package org.gazouillis.web.shell;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/// The version in the address of our style sheets and scripts: a check sum of them all, so that browsers may keep
/// them for a year and still see a change at once.
@Named
@ApplicationScoped
public class ResourceVersion {
    @Inject
    private ServletContext context;

    private String text = "";

    @PostConstruct
    void read() {
        CRC32 sum = new CRC32();
        addBelow("/resources/", sum);
        text = Long.toHexString(sum.getValue());
    }

    public String getText() {
        return text;
    }

    private void addBelow(String folder, CRC32 sum) {
        @Nullable Set<String> paths = context.getResourcePaths(folder);
        if (paths == null) {
            return;
        }
        for (String path : new TreeSet<>(paths)) {
            if (path.endsWith("/")) {
                addBelow(path, sum);
            } else {
                add(path, sum);
            }
        }
    }

    private void add(String path, CRC32 sum) {
        try (InputStream file = context.getResourceAsStream(path)) {
            if (file != null) {
                sum.update(file.readAllBytes());
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The resource " + path + " cannot be read.", unreadable);
        }
    }
}
