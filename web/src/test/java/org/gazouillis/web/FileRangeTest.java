package org.gazouillis.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class FileRangeTest {
    private static final String TAG = "\"abc\"";

    @ParameterizedTest
    @CsvSource({
        "bytes=0-3, 0, 4",
        "bytes=4-, 4, 10",
        "bytes=8-99, 8, 10",
        "bytes=-3, 7, 10",
        "bytes=-99, 0, 10",
        "' bytes = 2 - 2 ', 2, 3"
    })
    void onePieceIsUnderstood(String header, long from, long until) {
        assertThat(FileRange.of(header, null, TAG, 10)).isEqualTo(new FileRange(from, until, 10));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "bytes=0-1,3-4", "bytes=-", "rows=1-2", "bytes=a-b"})
    void whatIsNotUnderstoodMeansTheWholeFile(String header) {
        assertThat(FileRange.of(header, null, TAG, 10)).isEqualTo(new FileRange(0, 10, 10));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=10-", "bytes=5-3", "bytes=-0"})
    void aPieceWithoutAnyByteIsNone(String header) {
        assertThat(FileRange.of(header, null, TAG, 10)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"'\"abc\"', 4", "'\"other\"', 0", ", 4"})
    void aPieceOfAnotherFileIsNotMixedIn(@Nullable String ifRange, long from) {
        assertThat(FileRange.of("bytes=4-", ifRange, TAG, 10)).isEqualTo(new FileRange(from, 10, 10));
    }

    @Test
    void thePieceIsSent(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("f"), "0123456789");
        var out = new ByteArrayOutputStream();
        var piece = new FileRange(3, 6, 10);
        piece.write(file, out);
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("345");
        assertThat(piece.header()).isEqualTo("bytes 3-5/10");
    }
}
