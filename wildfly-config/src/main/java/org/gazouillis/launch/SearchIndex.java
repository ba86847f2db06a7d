package org.gazouillis.launch;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/// `index status|rebuild|verify`: the search index of the running server.
final class SearchIndex {
    static final Set<String> OPTIONS = Set.of("--data");
    private static final String PATH = "/operator/index";
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final Terminal terminal;
    private final Options options;

    SearchIndex(Terminal terminal, Options options) {
        this.terminal = terminal;
        this.options = options;
    }

    int go() {
        DataFolder data = DataFolder.of(options);
        Operator operator = Operator.of(data);
        return switch (options.only("what to do: status, rebuild or verify")) {
            case "status" -> status(ask(operator, data, PATH));
            case "rebuild" -> rebuild(operator, data);
            case "verify" -> verify(ask(operator, data, PATH + "/verify"));
            default -> throw new Refused("I can do three things with the index: status, rebuild, verify.");
        };
    }

    private int status(String look) {
        terminal.say(words(look));
        terminal.say(Json.text(look, "segments") + " segments, " + Json.text(look, "merging") + " being merged; "
                + Json.text(look, "deleted") + " deleted statuses still on disk; version "
                + Json.text(look, "layout") + " of the fields.");
        terminal.say("The last commit (" + orNever(Json.text(look, "committedAt")) + ") reaches transaction "
                + Json.text(look, "committed") + " of " + Json.text(look, "database") + "; "
                + Json.text(look, "waiting") + " changes wait.");
        String trouble = Json.text(look, "trouble");
        if (!trouble.isEmpty()) {
            terminal.say("It could not be brought up to date since " + Json.text(look, "behindSince")
                    + ", and is tried again every second: " + trouble);
        }
        String note = Json.text(look, "note");
        if (!note.isEmpty()) {
            terminal.say("When the server began: " + note);
        }
        return 0;
    }

    private static String orNever(String time) {
        return time.isEmpty() ? "never" : time;
    }

    private static String words(String look) {
        long bytes = Long.parseLong(Json.text(look, "bytes"));
        return isPartial(look)
                ? "Being built: " + Json.text(look, "done") + " of " + Json.text(look, "total")
                        + " statuses can be found so far."
                : Json.text(look, "documents") + " statuses can be found; " + bytes / 1_000_000 + " MB on disk.";
    }

    private static boolean isPartial(String look) {
        return look.replace(" ", "").contains("\"partial\":true");
    }

    private int rebuild(Operator operator, DataFolder data) {
        operator.send(operator.asOperator(data, PATH + "/rebuild").POST(HttpRequest.BodyPublishers.noBody()));
        terminal.say("The index is built anew; searches are answered from the present one meanwhile.");
        String look;
        do {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            look = ask(operator, data, PATH);
            terminal.say(words(look));
        } while (isPartial(look));
        return 0;
    }

    private int verify(String check) {
        String missing = Json.text(check, "missing");
        terminal.say(Json.text(check, "database") + " statuses in the database, " + Json.text(check, "index")
                + " in the index, " + missing + " missing.");
        if (missing.equals("0")) {
            return 0;
        }
        terminal.say("Mend it with: ./gazouillis index rebuild");
        return 1;
    }

    private static String ask(Operator operator, DataFolder data, String path) {
        return operator.send(operator.asOperator(data, path).GET());
    }
}
