package org.gazouillis.reports;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class SameBytesTest {
    @Test
    void anotherProcessInAnotherZoneAndLanguageWritesTheSameBytes() throws Exception {
        List<String> here = Specimen.files().stream().map(SameBytesTest::sha256).toList();
        assertThat(elsewhere()).containsExactlyElementsOf(here);
    }

    @Test
    void aWorkbookTellsNobodyWhenItWasMade(@TempDir Path folder) throws IOException {
        Path workbook =
                Files.write(folder.resolve("posts.xlsx"), Specimen.files().getFirst());
        try (var zip = new ZipFile(workbook.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                String text = new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                assertThat(text).doesNotContain("dcterms");
            }
            var properties = zip.getInputStream(zip.getEntry("docProps/core.xml"));
            assertThat(properties).asString(StandardCharsets.UTF_8).contains("<dc:creator>Gazouillis</dc:creator>");
        }
    }

    private static List<String> elsewhere() throws IOException, InterruptedException {
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Duser.timezone=Pacific/Chatham",
                        "-Duser.language=tr",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Specimen.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(other.waitFor()).isZero();
        return said.lines().toList();
    }

    private static String sha256(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (GeneralSecurityException never) {
            throw new IllegalStateException(never);
        }
    }
}
