/// The thread that follows the outbox on each node and pushes new statuses to that node's open readers.
@NullMarked
package org.gazouillis.timeline.live;

import org.jspecify.annotations.NullMarked;
