package org.gazouillis.web.problem;

import java.util.UUID;
import org.jboss.logging.Logger;

/// Faults of ours: the log gets the stack under a number, the reader gets the number.
final class Faults {
    private static final Logger LOG = Logger.getLogger(Faults.class);

    private Faults() {}

    /// Returns the number as a URN.
    static String log(Throwable fault) {
        String number = "urn:uuid:" + UUID.randomUUID();
        LOG.errorf(fault, "Fault %s", number);
        return number;
    }
}
