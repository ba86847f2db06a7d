package org.gazouillis.launch;

import java.io.PrintStream;

/// The lines that a person at the terminal reads. The only place of the product that prints.
record Terminal(PrintStream out, PrintStream err) {
    static final Terminal STANDARD = new Terminal(System.out, System.err);

    void say(String line) {
        out.println(line);
        out.flush();
    }

    void complain(String line) {
        err.println("gazouillis: " + line);
        err.flush();
    }
}
