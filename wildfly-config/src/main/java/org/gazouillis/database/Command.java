package org.gazouillis.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A small program of the operating system, run to its end.
record Command(List<String> words) {
    static Command of(Object... words) {
        return new Command(Arrays.stream(words).map(Object::toString).toList());
    }

    Command after(List<String> prefix) {
        List<String> all = new ArrayList<>(prefix);
        all.addAll(words);
        return new Command(all);
    }

    /// Whether the program exists and ends with status 0.
    boolean succeeds() throws IOException {
        try {
            return outcome(null).status() == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }

    /// Runs it in `folder`.
    ///
    /// @throws DatabaseUnavailable with the program's own words when its status is not 0
    void run(Path folder) throws IOException {
        Outcome outcome = outcome(folder);
        if (outcome.status() != 0) {
            throw new DatabaseUnavailable(
                    String.join(" ", words) + " failed with status " + outcome.status() + ": " + outcome.output());
        }
    }

    private Outcome outcome(@Nullable Path folder) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
        if (folder != null) {
            builder.directory(folder.toFile());
        }
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            return new Outcome(process.waitFor(), output.strip());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroy();
            throw new IOException("Interrupted while " + words.getFirst() + " was running", e);
        }
    }

    private record Outcome(int status, String output) {}
}
