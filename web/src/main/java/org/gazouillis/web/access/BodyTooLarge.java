package org.gazouillis.web.access;

/// A request brings more than the server takes.
public final class BodyTooLarge extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int KILO = 1 << 10;

    BodyTooLarge(long limit) {
        super("What you sent is larger than " + said(limit) + ", the most that this server takes at once."
                + " Pack the file with gzip, or split it.");
    }

    private static String said(long bytes) {
        return bytes >= KILO * KILO ? bytes / KILO / KILO + " MiB" : bytes / KILO + " KiB";
    }
}
