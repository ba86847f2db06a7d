package org.gazouillis.launch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The words after the verb: options with a value (`--port 8080` or `--port=8080`), switches, and the rest.
record Options(Map<String, String> values, List<String> rest) {
    private static final Set<String> SWITCHES = Set.of("--no-demo");

    /// @param known the options that the verb understands
    static Options of(List<String> words, Set<String> known) {
        Map<String, String> values = new HashMap<>();
        List<String> rest = new ArrayList<>();
        for (var left = words.iterator(); left.hasNext(); ) {
            String word = left.next();
            String name = word.startsWith("--") ? word.split("=", 2)[0] : "";
            if (name.isEmpty()) {
                rest.add(word);
            } else if (!known.contains(name)) {
                throw new Refused("I do not know the option " + name + ". See ./gazouillis help.");
            } else if (word.contains("=")) {
                values.put(name, word.substring(name.length() + 1));
            } else if (SWITCHES.contains(name)) {
                values.put(name, "");
            } else if (left.hasNext()) {
                values.put(name, left.next());
            } else {
                throw new Refused("The option " + name + " needs a value. See ./gazouillis help.");
            }
        }
        return new Options(values, rest);
    }

    Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    /// A port, 0 for any free one.
    int port(String name, int otherwise) {
        String text = values.getOrDefault(name, String.valueOf(otherwise));
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 65_535) {
            throw new Refused(name + " takes a number from 0 to 65535, not " + text + ".");
        }
        return Integer.parseInt(text);
    }

    /// The one word that the verb works on.
    String only(String what) {
        if (rest.size() != 1) {
            throw new Refused("I need " + what + ", and one only. See ./gazouillis help.");
        }
        return rest.getFirst();
    }
}
