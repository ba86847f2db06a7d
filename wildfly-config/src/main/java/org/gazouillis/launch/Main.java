package org.gazouillis.launch;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.util.List;
import org.gazouillis.database.DatabaseUnavailable;

/// Reads the command line of `./gazouillis` for the verbs that need Java.
public final class Main {
    private Main() {}

    /// @param words the verb and what follows it
    public static void main(String[] words) throws IOException {
        System.exit(status(Terminal.STANDARD, List.of(words)));
    }

    private static int status(Terminal terminal, List<String> words) throws IOException {
        try {
            return carryOut(terminal, words.getFirst(), words.subList(1, words.size()));
        } catch (Refused | DatabaseUnavailable e) {
            terminal.complain(String.valueOf(e.getMessage()));
            return 2;
        } catch (AccessDeniedException e) {
            terminal.complain("I may not write " + e.getFile() + ": it belongs to another user. Run as that user,"
                    + " as root, or with another folder: --data DIR.");
            return 2;
        }
    }

    private static int carryOut(Terminal terminal, String verb, List<String> words) throws IOException {
        return switch (verb) {
            case "run" -> new Run(terminal, Options.of(words, Run.OPTIONS)).go();
            case "token" -> new Token(terminal, Options.of(words, Token.OPTIONS)).go();
            case "import" -> new Import(terminal, Options.of(words, Import.OPTIONS)).go();
            case "index" -> new SearchIndex(terminal, Options.of(words, SearchIndex.OPTIONS)).go();
            default -> throw new Refused("I do not know the verb " + verb + ". See ./gazouillis help.");
        };
    }
}
