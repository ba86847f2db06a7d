package org.gazouillis.schedule;

import java.util.List;
import java.util.stream.Collectors;

/// A file cannot be taken; nothing of it was. The message holds each line and its reason.
public final class AlmanacRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int TOLD = 20;

    public AlmanacRefused(String reason) {
        super(reason);
    }

    public AlmanacRefused(List<Flaw> flaws) {
        super(flaws.stream().limit(TOLD).map(Flaw::toString).collect(Collectors.joining(" "))
                + (flaws.size() > TOLD ? " And " + (flaws.size() - TOLD) + " more lines." : ""));
    }

    /// A line of the file and what is wrong there.
    public record Flaw(int line, String reason) {
        @Override
        public String toString() {
            return "Line " + line + ": " + reason;
        }
    }
}
