/// When: local times with what their clocks do, queue times, series, and what changes of zone data moved.
///
/// The calendar `/schedule/calendar` and what belongs to it: the plan by month, week, day or as a list, in the time
/// of each brand.
@NullMarked
package org.gazouillis.web.schedule;

import org.jspecify.annotations.NullMarked;
