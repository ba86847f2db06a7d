package org.gazouillis.schedule;

import org.gazouillis.kernel.SlotId;

/// There is no such queue time, or the member may not know of it: both answer alike.
public final class SlotNotFound extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SlotNotFound(SlotId slot) {
        super("There is no queue time " + slot + " that you can see.");
    }
}
