package org.gazouillis.schedule;

/// There is no such time zone.
public final class ZoneNotKnown extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ZoneNotKnown(String zone) {
        super("There is no time zone \"" + zone + "\". Use an IANA name such as Europe/Paris or America/New_York.");
    }
}
