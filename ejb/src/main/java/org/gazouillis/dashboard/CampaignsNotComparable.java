package org.gazouillis.dashboard;

/// These campaigns cannot stand side by side; the message says why and how to mend it.
public final class CampaignsNotComparable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CampaignsNotComparable(String message) {
        super(message);
    }
}
