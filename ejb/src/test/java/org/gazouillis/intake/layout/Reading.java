package org.gazouillis.intake.layout;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import org.gazouillis.intake.ForeignStatus;
import org.gazouillis.intake.ImportWish;
import org.gazouillis.intake.Reject;
import org.gazouillis.intake.RowRefused;
import org.gazouillis.intake.SourceFormat;
import org.gazouillis.intake.file.ForeignFile;
import org.gazouillis.intake.file.ForeignRow;
import org.gazouillis.intake.file.Limits;
import org.gazouillis.intake.file.RowReader;

/// Everything that a file gives: its statuses, its refused rows, and what was noted. Brand zone Europe/Paris.
record Reading(SourceFormat format, List<ForeignStatus> statuses, List<Reject> rejects, List<String> notes) {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T08:00:00Z"), ZoneOffset.UTC);
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    static Reading of(String content) {
        return of(content, "");
    }

    static Reading of(String content, String wish) {
        return of(content.getBytes(StandardCharsets.UTF_8), wish);
    }

    static Reading of(String content, Charset charset) {
        return of(content.getBytes(charset), "");
    }

    static Reading of(byte[] content, String wish) {
        return of(content, wish, Limits.HOUSE);
    }

    static Reading of(byte[] content, String wish, Limits limits) {
        try {
            var file = Files.createTempFile("intake", ".file");
            try {
                Files.write(file, content);
                return of(file, wish, limits);
            } finally {
                Files.delete(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static Reading ofResource(String name) {
        try (InputStream in = Reading.class.getResourceAsStream("/org/gazouillis/intake/" + name)) {
            return of(Objects.requireNonNull(in, name).readAllBytes(), "");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static Reading of(Path path, String wish, Limits limits) throws IOException {
        var file = ForeignFile.open(path, limits);
        var recognition = Recognition.of(file, ImportWish.parse(wish), PARIS, CLOCK, () -> {});
        var statuses = new ArrayList<ForeignStatus>();
        var rejects = new ArrayList<Reject>();
        try (var rows = file.rows()) {
            while (readOne(recognition.layout(), rows, statuses, rejects)) {
                // until the end
            }
        }
        return new Reading(recognition.format(), statuses, rejects, recognition.notes());
    }

    private static boolean readOne(Layout layout, RowReader rows, List<ForeignStatus> statuses, List<Reject> rejects)
            throws IOException {
        try {
            ForeignRow row = rows.next();
            if (row == null) {
                return false;
            }
            statuses.add(layout.read(row));
        } catch (RowRefused refused) {
            rejects.add(refused.at(rows.line()));
        }
        return true;
    }

    static byte[] gzip(String content) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return packed.toByteArray();
    }
}
