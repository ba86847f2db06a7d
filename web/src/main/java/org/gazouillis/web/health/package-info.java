/// Is the house alive, and is it ready? Asked by launchers, load balancers and people; no secrets inside.
@NullMarked
package org.gazouillis.web.health;

import org.jspecify.annotations.NullMarked;
