package org.gazouillis.web.schedule;

/// A time in a request is not written as we read times.
public final class TimeNotReadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private TimeNotReadable(String message) {
        super(message);
    }

    static TimeNotReadable of(String given, String mend) {
        String shown = given.length() > 40 ? given.substring(0, 40) + "…" : given;
        return new TimeNotReadable("\"" + shown + "\" is not a time that can be read. " + mend);
    }
}
