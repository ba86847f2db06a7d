/// The page `/publish/queue`: what goes out when, what did, and what did not.
@NullMarked
package org.gazouillis.web.publish;

import org.jspecify.annotations.NullMarked;
