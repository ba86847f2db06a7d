package org.gazouillis.launch;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// `import FILE --brand HANDLE`: sends a file of posts or figures, tells how far it is, and fetches the refused rows.
final class Import {
    static final Set<String> OPTIONS = Set.of("--brand", "--format", "--mapping", "--data");

    private final Terminal terminal;
    private final Options options;

    Import(Terminal terminal, Options options) {
        this.terminal = terminal;
        this.options = options;
    }

    int go() throws FileNotFoundException {
        DataFolder data = DataFolder.of(options);
        Path file = readable(options.only("a file to import"));
        String handle = options.value("--brand")
                .orElseThrow(() -> new Refused("Whose posts are these? Say it with --brand HANDLE."));
        Operator operator = Operator.of(data);
        String token = operator.token(data, "{\"brand\":" + Json.quote(handle) + "}");
        String id = Json.text(upload(operator, token, handle, file), "id");
        return report(operator, token, follow(operator, token, id), file);
    }

    private static Path readable(String name) {
        Path file = Path.of(name);
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new Refused("I cannot read the file " + file.toAbsolutePath() + ".");
        }
        return file;
    }

    private String upload(Operator operator, String token, String brand, Path file) throws FileNotFoundException {
        String boundary = "gazouillis-" + UUID.randomUUID();
        List<BodyPublisher> parts = new ArrayList<>();
        options.value("--format").ifPresent(format -> parts.add(field(boundary, "format", format)));
        if (options.has("--mapping")) {
            Path mapping = readable(options.value("--mapping").orElseThrow());
            parts.add(head(boundary, "name=\"mapping\"", "application/json"));
            parts.add(BodyPublishers.ofFile(mapping));
            parts.add(BodyPublishers.ofString("\r\n"));
        }
        String name = file.getFileName().toString().replace("\"", "'");
        parts.add(head(boundary, "name=\"file\"; filename=\"" + name + "\"", "application/octet-stream"));
        parts.add(BodyPublishers.ofFile(file));
        parts.add(BodyPublishers.ofString("\r\n--" + boundary + "--\r\n"));
        return operator.send(authorized(operator.to("/api/desk/v1/brands/" + encoded(brand) + "/imports"), token)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.concat(parts.toArray(BodyPublisher[]::new))));
    }

    private static String encoded(String handle) {
        return URLEncoder.encode(handle, StandardCharsets.UTF_8);
    }

    private static BodyPublisher field(String boundary, String name, String value) {
        return BodyPublishers.ofString(
                "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n");
    }

    private static BodyPublisher head(String boundary, String disposition, String type) {
        return BodyPublishers.ofString("--" + boundary + "\r\nContent-Disposition: form-data; " + disposition
                + "\r\nContent-Type: " + type + "\r\n\r\n");
    }

    private String follow(Operator operator, String token, String id) {
        String last = "";
        while (true) {
            String run = operator.send(authorized(operator.to("/api/desk/v1/imports/" + id), token));
            String counts = number(run, "rows") + " rows, " + number(run, "accepted") + " accepted, "
                    + number(run, "rejected") + " rejected";
            if (!counts.equals(last)) {
                terminal.say(counts);
                last = counts;
            }
            if (!Json.text(run, "state").equals("RUNNING")) {
                return run;
            }
            aMoment();
        }
    }

    private static String number(String run, String name) {
        String text = Json.text(run, name);
        return text.isEmpty() ? "0" : text;
    }

    private int report(Operator operator, String token, String run, Path file) {
        String errors = Json.text(run, "errors");
        if (!errors.isEmpty() && !number(run, "rejected").equals("0")) {
            URI where = URI.create(operator.server()).resolve(errors);
            terminal.say("Refused rows, with their reasons: " + save(operator, token, where, file));
        }
        String failure = Json.text(run, "failure");
        terminal.say(file.getFileName() + ": " + Json.text(run, "state") + (failure.isEmpty() ? "" : ". " + failure));
        return Json.text(run, "state").equals("DONE") ? 0 : 1;
    }

    private static Path save(Operator operator, String token, URI where, Path file) {
        Path rejects = Path.of(file.getFileName() + ".rejected.csv").toAbsolutePath();
        try {
            return Files.writeString(rejects, operator.send(authorized(HttpRequest.newBuilder(where), token)));
        } catch (IOException e) {
            throw new Refused("Cannot write " + rejects + ": " + e.getMessage() + ". The rows are at " + where + ".");
        }
    }

    private static HttpRequest.Builder authorized(HttpRequest.Builder request, String token) {
        return request.header("Authorization", "Bearer " + token);
    }

    private static void aMoment() {
        new CompletableFuture<Void>()
                .completeOnTimeout(null, 500, TimeUnit.MILLISECONDS)
                .join();
    }
}
