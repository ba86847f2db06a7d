package org.gazouillis.launch;

import java.util.List;
import java.util.Set;

/// `token EMAIL [--scopes a,b]`: an API token of that member, alone on the last line.
final class Token {
    static final Set<String> OPTIONS = Set.of("--scopes", "--data");

    private final Terminal terminal;
    private final Options options;

    Token(Terminal terminal, Options options) {
        this.terminal = terminal;
        this.options = options;
    }

    int go() {
        DataFolder data = DataFolder.of(options);
        String member = Json.quote(options.only("the e-mail address of a member"));
        String scopes = options.value("--scopes")
                .map(text -> ",\"scopes\":" + Json.quote(List.of(text.split("[,\\s]+"))))
                .orElse("");
        terminal.say(Operator.of(data).token(data, "{\"email\":" + member + scopes + "}"));
        return 0;
    }
}
