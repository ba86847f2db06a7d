/// When: local times with what their clocks do, queue times, series, and what changes of zone data moved.
@NullMarked
package org.gazouillis.web.schedule;

import org.jspecify.annotations.NullMarked;
