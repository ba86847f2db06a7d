package org.gazouillis.listen;

import org.gazouillis.kernel.AlertId;

/// The member has no such alert.
public final class AlertNotFound extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AlertNotFound(AlertId alert) {
        super("There is no alert " + alert + " of yours. List your alerts to see which there are.");
    }
}
